"""Reads answers of Graph with msgraph-sdk into its objects; facts come in as JSON, seconds and counts go out."""

import asyncio
import json
import sys
import time

import httpx
from kiota_abstractions.authentication import AccessTokenProvider, AllowedHostsValidator
from kiota_abstractions.authentication import BaseBearerTokenAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory


class Given(AccessTokenProvider):
    def __init__(self, token):
        self.token = token

    async def get_authorization_token(self, uri, additional_authentication_context={}):
        return self.token

    def get_allowed_hosts_validator(self):
        return AllowedHostsValidator(["localhost"])


def builder(client, path):
    """The request builder of a path, as the SDK names it."""
    parts = path.split("/")
    if parts[:1] == ["me"]:
        return {"joinedTeams": client.me.joined_teams, "planner": client.me.planner.tasks}.get(parts[1])
    if parts[0] == "groups":
        return client.groups.by_group_id(parts[1]).planner.plans
    if parts[:2] == ["planner", "plans"] and len(parts) == 4:
        plan = client.planner.plans.by_planner_plan_id(parts[2])
        return {"tasks": plan.tasks, "buckets": plan.buckets, "details": plan.details}[parts[3]]
    if parts[:2] == ["planner", "tasks"] and parts[3:] == ["details"]:
        return client.planner.tasks.by_planner_task_id(parts[2]).details
    return client.users.by_user_id(parts[1]) if parts[0] == "users" else None


async def main(facts):
    http = GraphClientFactory.create_with_default_middleware(
        client=httpx.AsyncClient(verify=facts["ca"]), options=options)
    adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Given(facts["token"])), http)
    adapter.base_url = facts["graph"]
    client = GraphServiceClient(request_adapter=adapter)
    asked = [(builder(client, address[len(facts["graph"]) + 1:].split("?")[0]), address)
             for address in facts["addresses"]]
    tasks = 0
    began = time.perf_counter()
    for request, address in asked:
        answer = await request.with_url(address).get()
        if address.split("?")[0].endswith("/tasks"):
            tasks += len(answer.value)
    return {"seconds": time.perf_counter() - began, "tasks": tasks}


print(json.dumps(asyncio.run(main(json.load(sys.stdin)))))
