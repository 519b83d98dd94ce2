"""Schemathesis throws generated requests at the tenant's Graph: no 5xx, no answer outside Microsoft's schema."""

import json
import os
import pathlib
import subprocess
import sys

import requests

from openapi import described
from sign_in import signed_in
from steps import step

# INTEROP_FUZZ=all adds thousands of cases at the edges of every field and takes minutes.
WHOLE = os.environ.get("INTEROP_FUZZ") == "all"
PHASES = "examples,coverage,fuzzing" if WHOLE else "examples,fuzzing"
EXAMPLES = "100" if WHOLE else "20"
SCHEMA = pathlib.Path(__file__).parent.parent / "Schemas" / "graph-v1.0-subset.csdl.xml"


def prove_schema(cloud):
    worker = cloud.user("worker")
    token = signed_in(cloud, cloud["tenantId"], worker)[1]["access_token"]
    authorization = "Bearer " + token

    def get(path):
        answer = requests.get(
            cloud["graph"] + path, headers={"Authorization": authorization}, verify=cloud["ca"], timeout=10
        )
        return answer.json()

    team = get("/me/joinedTeams")["value"][0]["id"]
    plan = get(f"/groups/{team}/planner/plans")["value"][0]
    tasks = get(f"/planner/plans/{plan['id']}/tasks")["value"]
    buckets = get(f"/planner/plans/{plan['id']}/buckets")["value"]
    nobody = "nosuchthing_nosuchthing_nosu"
    ids = {
        "user": [get("/me")["id"], nobody],
        "team": [team, nobody],
        "plan": [plan["id"], nobody],
        "bucket": [bucket["id"] for bucket in buckets] + [nobody],
        "task": [task["id"] for task in tasks] + [nobody],
    }
    etags = [resource["@odata.etag"] for resource in [plan, *buckets, *tasks]]
    document = pathlib.Path(cloud.folder.name) / "openapi.json"
    document.write_text(json.dumps(described(SCHEMA, ids, etags)))
    run = subprocess.run(
        [
            pathlib.Path(sys.executable).with_name("schemathesis"), "run", document, "--url", cloud["graph"],
            "--header", "Authorization: " + authorization, "--tls-verify", cloud["ca"], "--seed", "1",
            "--phases", PHASES, "--max-examples", EXAMPLES, "--workers", "1",
            "--checks", "not_a_server_error,response_schema_conformance,content_type_conformance",
            "--suppress-health-check", "all", "--warnings", "off", "--no-shrink", "--no-color",
        ],
        capture_output=True,
        text=True,
        cwd=cloud.folder.name,
        timeout=1200,
    )
    said = run.stdout[-6000:].replace(token, "TOKEN")
    step("schemathesis: no 5xx and nothing outside Microsoft's schema", run.returncode == 0, said)
    print("    " + next(line.strip() for line in run.stdout.splitlines() if "generated" in line), flush=True)
