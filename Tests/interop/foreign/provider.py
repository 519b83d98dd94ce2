"""An OAuth server nobody here wrote, Django OAuth Toolkit, on TLS: plain RFCs, no `message`, no Microsoft numbers.

provider.py FOLDER: prints one line of JSON (authority, tenant, clientId, ca) and serves until it is stopped.
"""

import datetime
import ipaddress
import json
import ssl
import sys
import uuid
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.conf import settings

from provider_facts import ACCOUNT, TENANT

FOLDER = Path(sys.argv[1])


def new_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def certificates():
    """An authority of its own and a certificate for localhost."""
    now = datetime.datetime.now(datetime.timezone.utc)

    def certificate(subject, key, issuer, signer, extensions):
        builder = x509.CertificateBuilder(
            issuer_name=issuer,
            subject_name=subject,
            public_key=key.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=now - datetime.timedelta(hours=1),
            not_valid_after=now + datetime.timedelta(days=2),
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()

    def name(text):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    root, leaf = new_key(), new_key()
    root_name = name("Foreign provider")
    ca = certificate(root_name, root, root_name, root, [(x509.BasicConstraints(True, 0), True)])
    hosts = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    own = certificate(name("localhost"), leaf, root_name, root, [(x509.SubjectAlternativeName(hosts), False)])
    (FOLDER / "ca.pem").write_text(ca)
    (FOLDER / "server.pem").write_text(own + pem(leaf))


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def shutdown_request(self, request):
        # An answer that ends with the connection is whole only if TLS says goodbye.
        try:
            request.unwrap()
        except OSError:
            pass
        super().shutdown_request(request)


def configure(base):
    settings.configure(
        SECRET_KEY="for this run alone",
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF="urls",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.middleware.common.CommonMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "DIRS": [Path(__file__).parent / "templates"],
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "provider.sqlite")}},
        LOGIN_URL="/login",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        SECURE_PROXY_SSL_HEADER=("wsgi.url_scheme", "https"),
        CSRF_TRUSTED_ORIGINS=[base],
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": pem(new_key()),
            "OIDC_ISS_ENDPOINT": f"{base}/{TENANT}/v2.0",
            "OAUTH2_VALIDATOR_CLASS": "urls.Claims",
            "OAUTH_DEVICE_VERIFICATION_URI": f"{base}/{TENANT}/v2.0/device/",
            "ALLOWED_REDIRECT_URI_SCHEMES": ["http", "https"],
            "ALLOW_URI_WILDCARDS": False,
            "PKCE_REQUIRED": True,
            "SCOPES": {
                name: name
                for name in [
                    "openid", "profile", "offline_access", "User.Read", "Tasks.ReadWrite", "Team.ReadBasic.All",
                    "User.ReadBasic.All",
                ]
            },
        },
    )
    django.setup()


def populate():
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    User.objects.create_user(**ACCOUNT, first_name="Rosa", last_name="Lind")
    return Application.objects.create(
        name="Tillside",
        client_id=str(uuid.uuid4()),
        client_type=Application.CLIENT_PUBLIC,
        authorization_grant_type=Application.GRANT_DEVICE_CODE,
        algorithm=Application.RS256_ALGORITHM,
    ).client_id


certificates()
with make_server("127.0.0.1", 0, None, Server, Quiet) as server:
    base = f"https://localhost:{server.server_port}"
    configure(base)
    client = populate()
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    def secured(environment, start):
        environment["wsgi.url_scheme"] = "https"
        return application(environment, start)

    server.set_app(secured)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "server.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    facts = {"authority": base, "tenant": TENANT, "clientId": client, "ca": str(FOLDER / "ca.pem"), **ACCOUNT}
    print(json.dumps(facts), flush=True)
    server.serve_forever()
