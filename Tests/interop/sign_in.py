"""MSAL for Python signs in with a device code, renews, and is refused in every way the provider refuses."""

import ssl

import jwt
import msal

from steps import step

SCOPES = ["User.Read", "Tasks.ReadWrite", "Team.ReadBasic.All", "User.ReadBasic.All"]


def application(cloud, tenant):
    # A practice host is not on Microsoft's list: instance discovery would ask the real one.
    return msal.PublicClientApplication(
        cloud["clientId"],
        authority=f"{cloud['authority']}/{tenant}",
        instance_discovery=False,
        verify=cloud["ca"],
    )


def started(app):
    flow = app.initiate_device_flow(scopes=SCOPES)
    if "user_code" not in flow:
        raise SystemExit(f"FAILED  msal: no device code: {flow}")
    return flow


def signed_in(cloud, tenant, worker):
    app = application(cloud, tenant)
    flow = started(app)
    cloud.approve(flow["user_code"], worker["username"])
    result = app.acquire_token_by_device_flow(flow)
    return app, result


def prove_claims(cloud, token, worker):
    keys = jwt.PyJWKClient(f"{cloud['authority']}/{cloud['tenantId']}/discovery/v2.0/keys")
    keys.ssl_context = ssl.create_default_context(cafile=cloud["ca"])
    claims = jwt.decode(
        token,
        keys.get_signing_key_from_jwt(token).key,
        algorithms=["RS256"],
        audience=cloud["clientId"],
        issuer=f"{cloud['authority']}/{cloud['tenantId']}/v2.0",
    )
    step("ID token: signature, audience and issuer hold", claims["tid"] == cloud["tenantId"], claims)
    step("ID token: names the worker", claims["preferred_username"] == worker["username"], claims)


def prove_sign_in(cloud):
    worker = cloud.user("worker")
    for name, tenant in [
        ("tenant id", cloud["tenantId"]),
        ("domain", cloud["tenantDomain"]),
        ("organizations", "organizations"),
    ]:
        app, result = signed_in(cloud, tenant, worker)
        step(f"msal: device code by {name}", "access_token" in result, result)
        if name == "tenant id":
            kept, first = app, result
    prove_claims(cloud, first["id_token"], worker)
    granted = set(first["scope"].split())
    step("msal: granted scopes are those asked for", set(SCOPES) <= granted, first["scope"])
    account = kept.get_accounts()[0]
    step("msal: account remembered", account["username"] == worker["username"], account)
    silent = kept.acquire_token_silent(SCOPES, account)
    step("msal: silent answers from its cache", silent["access_token"] == first["access_token"], silent)
    renewed = kept.acquire_token_silent(SCOPES, account, force_refresh=True)
    step("msal: refresh gives a new token", renewed.get("access_token") not in (None, first["access_token"]), renewed)
    prove_refusals(cloud, worker)
    kept.remove_account(account)
    step("msal: account removed", kept.get_accounts() == [], kept.get_accounts())


def prove_refusals(cloud, worker):
    app = application(cloud, cloud["tenantId"])
    flow = started(app)
    cloud.tell("decline", user_code=flow["user_code"])
    result = app.acquire_token_by_device_flow(flow)
    step("msal: declined", result.get("error") == "authorization_declined", result)
    flow = started(app)
    cloud.tell("expire", user_code=flow["user_code"])
    result = app.acquire_token_by_device_flow(flow)
    step("msal: code expired", result.get("error") == "expired_token", result)
    app, result = signed_in(cloud, cloud["tenantId"], worker)
    cloud.tell("revoke", username=worker["username"])
    result = app.acquire_token_silent_with_error(SCOPES, app.get_accounts()[0], force_refresh=True)
    step("msal: revoked session is refused as invalid_grant", result.get("error") == "invalid_grant", result)
    step("msal: with AADSTS50173", 50173 in result.get("error_codes", []), result)
