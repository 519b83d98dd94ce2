"""Authlib, which knows nothing of Microsoft, finds the provider by discovery and checks what it signs."""

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import OpenIDProviderMetadata, get_well_known_url
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import KeySet

from browser import Browser
from steps import step

REDIRECT = "http://localhost:43211"


def prove_open_id(cloud):
    worker = cloud.user("worker")
    issuer = f"{cloud['authority']}/{cloud['tenantId']}/v2.0"
    document = requests.get(get_well_known_url(issuer, external=True), verify=cloud["ca"], timeout=10).json()
    metadata = OpenIDProviderMetadata(document)
    # RFC 8414 wants the algorithms of private_key_jwt named; Entra's document offers it and names none.
    for key in set(metadata.REGISTRY_KEYS) - {"token_endpoint_auth_signing_alg_values_supported"}:
        getattr(metadata, f"validate_{key}", lambda: None)()
    step("Authlib: the discovery document is valid", metadata["issuer"] == issuer, document)
    nonce, verifier = generate_token(24), generate_token(48)
    session = OAuth2Session(
        cloud["clientId"],
        redirect_uri=REDIRECT,
        scope="openid profile offline_access User.Read",
        code_challenge_method="S256",
        token_endpoint_auth_method="none",
    )
    session.verify = cloud["ca"]
    address, state = session.create_authorization_url(
        metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce
    )
    returned = Browser(cloud, worker).go(address)
    step("Authlib: state comes back", returned["state"] == state, returned)
    token = session.fetch_token(metadata["token_endpoint"], code=returned["code"], code_verifier=verifier)
    step("Authlib: code for tokens", token["token_type"] == "Bearer", token)
    prove_id_token(cloud, metadata, token["id_token"], issuer, nonce)
    old = token["access_token"]
    renewed = session.refresh_token(metadata["token_endpoint"], token["refresh_token"])
    step("Authlib: refresh", renewed["access_token"] != old, renewed)


def prove_id_token(cloud, metadata, text, issuer, nonce):
    keys = KeySet.import_key_set(requests.get(metadata["jwks_uri"], verify=cloud["ca"], timeout=10).json())
    read = jwt.decode(text, keys, algorithms=metadata["id_token_signing_alg_values_supported"])
    options = {"iss": {"value": issuer}, "aud": {"value": cloud["clientId"]}}
    claims = CodeIDToken(read.claims, read.header, options, {"nonce": nonce, "client_id": cloud["clientId"]})
    claims.validate()
    step("Authlib: ID token signed by a published key, for this app and this nonce", claims["nonce"] == nonce, claims)
    head, body, signature = text.split(".")
    forged = ".".join([head, body[:-4] + ("AAAA" if body[-4:] != "AAAA" else "BBBB"), signature])
    try:
        jwt.decode(forged, keys, algorithms=["RS256"])
        held = False
    except (BadSignatureError, ValueError):
        held = True
    step("Authlib: a changed ID token is refused", held)
