"""MSAL and azure-identity sign in by browser: authorization code, PKCE, form_post, the account picker."""

import requests
from azure.identity import InteractiveBrowserCredential

from browser import Browser
from sign_in import SCOPES, application, prove_claims
from steps import step

REDIRECT = "http://localhost:43210"


def prove_code_flow(cloud):
    worker = cloud.user("worker")
    app = application(cloud, cloud["tenantId"])
    for mode in ["query", "form_post"]:
        flow = app.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT, response_mode=mode)
        returned = Browser(cloud, worker).go(flow["auth_uri"])
        result = app.acquire_token_by_auth_code_flow(flow, returned)
        step(f"msal: code flow with {mode}", "access_token" in result, result)
        step(f"msal: nonce comes back ({mode})", "id_token_claims" in result, result)
    prove_claims(cloud, result["id_token"], worker)
    again = app.acquire_token_by_authorization_code(returned["code"], SCOPES, redirect_uri=REDIRECT)
    step("msal: a code is good once (AADSTS54005)", 54005 in again.get("error_codes", []), again)
    flow = app.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT, response_mode="query")
    returned = Browser(cloud, worker, cancels=True).go(flow["auth_uri"])
    result = app.acquire_token_by_auth_code_flow(flow, returned)
    step("msal: cancelled", result.get("error") == "access_denied", result)
    prove_listener(cloud, worker)
    prove_credential(cloud, worker)


def prove_listener(cloud, worker):
    app = application(cloud, cloud["tenantId"])
    browser = Browser(cloud, worker).take_over()
    result = app.acquire_token_interactive(SCOPES, prompt="login", login_hint=worker["username"], timeout=20)
    step("msal: its own listener takes the answer (form_post)", "access_token" in result, result)
    account = app.get_accounts()[0]
    silent = app.acquire_token_silent(SCOPES, account)
    step("msal: silent after the code flow", silent["access_token"] == result["access_token"], silent)
    renewed = app.acquire_token_silent(SCOPES, account, force_refresh=True)
    step("msal: refresh after the code flow", renewed.get("access_token") not in (None, result["access_token"]), renewed)
    result = app.acquire_token_interactive(SCOPES, prompt="none", timeout=20)
    step("msal: the browser's session signs in silently", "access_token" in result, result)
    # msal.remove_account clears only its own cache, and no server knows: that is how Entra has it.
    app.remove_account(account)
    step("msal: account removed after the code flow", app.get_accounts() == [], app.get_accounts())
    browser.session.get(f"{cloud['authority']}/{cloud['tenantId']}/oauth2/v2.0/logout", timeout=10)
    result = app.acquire_token_interactive(SCOPES, prompt="none", timeout=20)
    step("msal: after logout the browser has to ask", result.get("error") == "login_required", result)


def prove_credential(cloud, worker):
    Browser(cloud, worker).take_over()
    credential = InteractiveBrowserCredential(
        client_id=cloud["clientId"],
        tenant_id=cloud["tenantId"],
        authority=cloud["authority"],
        redirect_uri=REDIRECT,
        disable_instance_discovery=True,
        connection_verify=cloud["ca"],
        timeout=20,
    )
    token = credential.get_token("User.Read").token
    me = requests.get(
        cloud["graph"] + "/me", headers={"Authorization": "Bearer " + token}, verify=cloud["ca"], timeout=10
    ).json()
    step("azure-identity: signs in by browser", me["userPrincipalName"] == worker["username"], me)
