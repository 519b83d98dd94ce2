"""Drives a served practice cloud, over HTTPS, with clients nobody here wrote, and Tillside with a server nobody here wrote.

Ends with 1 at the first step that fails.
"""

import asyncio
import sys

from challenges import prove_challenge, prove_compression
from cloud import Cloud
from code_flow import prove_code_flow
from foreign_sign_in import prove_foreign_sign_in
from fuzz import prove_schema
from openid import prove_open_id
from password import prove_password
from recordings import prove_recordings
from sign_in import prove_sign_in
from steps import finish
from tasks import prove_tasks

with Cloud(sys.argv[1]) as cloud:
    prove_sign_in(cloud)
    prove_code_flow(cloud)
    prove_password(cloud)
    prove_open_id(cloud)
    prove_challenge(cloud)
    prove_compression(cloud)
    asyncio.run(prove_tasks(cloud))
    prove_schema(cloud)
prove_foreign_sign_in(sys.argv[1].removesuffix("-cloud"))
prove_recordings(sys.argv[1].removesuffix("-cloud"))
finish()
