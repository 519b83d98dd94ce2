"""The toolkit's own addresses below the tenant, and what it leaves to whoever runs it."""

import json
import time

from django.contrib.auth.views import LoginView
from django.http import JsonResponse
from django.urls import include, path
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauth2_provider.views import ConnectDiscoveryInfoView

from provider_facts import OBJECT, TENANT


class Claims(OAuth2Validator):
    """Who signed in, in the claims an ID token of a tenant has."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        return {
            "tid": TENANT,
            "oid": OBJECT,
            "preferred_username": request.user.username + "@foreign.example",
            "name": request.user.get_full_name(),
        }

    def save_token(self, token, request, *arguments, **names):
        """The device flow of the toolkit knows nothing of OpenID: its own ID token is added, signed by its own key."""
        super().save_token(token, request, *arguments, **names)
        if "openid" in request.scopes:
            facts = {"aud": request.client_id, "iat": int(time.time())}
            token["id_token"] = self.finalize_id_token(facts, token, None, request)


class Discovery(ConnectDiscoveryInfoView):
    """With the field of RFC 8628 §4, which the toolkit has only in its RFC 8414 document."""

    def get(self, request, *arguments, **names):
        document = json.loads(super().get(request, *arguments, **names).content)
        document["device_authorization_endpoint"] = document["issuer"] + "/device-authorization/"
        return JsonResponse(document)


urlpatterns = [
    path("login", LoginView.as_view(template_name="login.html")),
    path(f"{TENANT}/v2.0/.well-known/openid-configuration", Discovery.as_view()),
    path(f"{TENANT}/v2.0/", include("oauth2_provider.urls", namespace="oauth2_provider")),
]
