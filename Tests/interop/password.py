"""MSAL signs in with a password, which Tillside never does: it shows that the provider answers as Entra."""

import msal
import requests

from sign_in import SCOPES
from steps import step


class WithPort(requests.Session):
    """MSAL drops the port where it asks for the user's realm; the practice cloud is not on 443."""

    def __init__(self, cloud):
        super().__init__()
        self.verify, self.authority = cloud["ca"], cloud["authority"]

    def request(self, method, url, **more):
        return super().request(method, url.replace("https://localhost/", self.authority + "/"), **more)


def prove_password(cloud):
    worker = cloud.user("worker")
    app = msal.PublicClientApplication(
        cloud["clientId"],
        authority=f"{cloud['authority']}/{cloud['tenantId']}",
        instance_discovery=False,
        http_client=WithPort(cloud),
    )
    result = app.acquire_token_by_username_password(worker["username"], worker["password"], SCOPES)
    step("msal: password", "access_token" in result, result)
    silent = app.acquire_token_silent(SCOPES, app.get_accounts()[0])
    step("msal: silent after the password", silent["access_token"] == result["access_token"], silent)
    result = app.acquire_token_by_username_password(worker["username"], "guess", SCOPES)
    step("msal: wrong password (AADSTS50126)", result.get("error_codes") == [50126], result)
    result = app.acquire_token_by_username_password("nobody@" + cloud["tenantDomain"], "guess", SCOPES)
    step("msal: unknown account (AADSTS50034)", result.get("error_codes") == [50034], result)
    cloud.tell("require-mfa", username=worker["username"])
    # Other scopes than before: MSAL answers the same request from its memory for 60 s.
    result = app.acquire_token_by_username_password(worker["username"], worker["password"], SCOPES[:1])
    step("msal: a password is no second factor (AADSTS50076)", result.get("error_codes") == [50076], result)
    step("msal: and says what to do", result.get("suberror") == "basic_action", result)
    cloud.tell("enable", username=worker["username"])
