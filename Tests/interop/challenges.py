"""Continuous access evaluation: Graph challenges a token, and Microsoft's clients satisfy it by themselves."""

import base64
import json
import re

import msal
import requests

from sign_in import SCOPES
from steps import step


def answer(cloud, token):
    headers = {"Authorization": "Bearer " + token}
    return requests.get(cloud["graph"] + "/me", headers=headers, verify=cloud["ca"], timeout=10)


def prove_challenge(cloud):
    worker = cloud.user("worker")
    app = msal.PublicClientApplication(
        cloud["clientId"],
        authority=f"{cloud['authority']}/{cloud['tenantId']}",
        instance_discovery=False,
        verify=cloud["ca"],
        client_capabilities=["CP1"],
    )
    flow = app.initiate_device_flow(scopes=SCOPES)
    cloud.approve(flow["user_code"], worker["username"])
    token = app.acquire_token_by_device_flow(flow)["access_token"]
    step("msal with CP1: the token is good", answer(cloud, token).status_code == 200)
    cloud.tell("challenge", username=worker["username"])
    refused = answer(cloud, token)
    header = refused.headers.get("WWW-Authenticate", "")
    found = re.search(r'error="insufficient_claims", claims="([^"]+)"', header)
    step("msal with CP1: Graph challenges it", refused.status_code == 401 and found, header)
    claims = base64.b64decode(found.group(1)).decode()
    wanted = json.loads(claims)["access_token"]["nbf"]
    step("msal with CP1: the challenge names a moment", wanted["essential"] and int(wanted["value"]) > 0, claims)
    account = app.get_accounts()[0]
    renewed = app.acquire_token_silent(SCOPES, account, claims_challenge=claims)
    step("msal with CP1: a refresh with the claims gives another token", renewed["access_token"] != token, renewed)
    step("msal with CP1: which is good", answer(cloud, renewed["access_token"]).status_code == 200)
    cloud.tell("revoke", username=worker["username"])
    step("msal with CP1: a revoked session is challenged", answer(cloud, renewed["access_token"]).status_code == 401)
    refused = app.acquire_token_silent_with_error(SCOPES, account, claims_challenge=claims)
    step("msal with CP1: and needs a fresh sign-in", 50173 in refused.get("error_codes", []), refused)


async def prove_challenged_client(cloud, graph, worker):
    cloud.tell("challenge", username=worker["username"])
    me = await graph.me.get()
    step("msgraph: satisfies a challenge without being told", me.id is not None, me)
    cloud.tell("revoke", username=worker["username"])
    me = await graph.me.get()
    step("msgraph: signs in afresh after a revocation", me.id is not None, me)


def prove_compression(cloud):
    plain = requests.get(
        cloud["authority"] + "/common/discovery/v2.0/keys",
        headers={"Accept-Encoding": "identity"},
        verify=cloud["ca"],
        timeout=10,
    )
    packed = requests.get(
        cloud["authority"] + "/common/discovery/v2.0/keys",
        headers={"Accept-Encoding": "gzip"},
        verify=cloud["ca"],
        timeout=10,
    )
    step("gzip where it is asked for", packed.headers.get("Content-Encoding") == "gzip", packed.headers)
    step("gzip: nothing where it is not", "Content-Encoding" not in plain.headers, plain.headers)
    step("gzip: the same answer", packed.json() == plain.json(), packed.text)
