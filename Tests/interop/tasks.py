"""msgraph-sdk, signed in by azure-identity, reads the store's plans and works on a task."""

import httpx
from azure.identity import DeviceCodeCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import AzureIdentityAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.models.planner_task import PlannerTask
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory

from challenges import prove_challenged_client
from pages import prove_batch, prove_paging
from refusals import status
from resources import prove_resources
from sign_in import SCOPES
from steps import step


def client(cloud, worker):
    credential = DeviceCodeCredential(
        client_id=cloud["clientId"],
        tenant_id=cloud["tenantId"],
        authority=cloud["authority"],
        disable_instance_discovery=True,
        connection_verify=cloud["ca"],
        prompt_callback=lambda address, code, expires: cloud.approve(code, worker["username"]),
    )
    provider = AzureIdentityAuthenticationProvider(credential, scopes=SCOPES, allowed_hosts=["localhost"])
    http = GraphClientFactory.create_with_default_middleware(
        client=httpx.AsyncClient(verify=cloud["ca"]), options=options
    )
    adapter = GraphRequestAdapter(provider, http)
    adapter.base_url = cloud["graph"]
    return GraphServiceClient(request_adapter=adapter)


def with_etag(etag, prefer=None):
    configuration = RequestConfiguration()
    configuration.headers.add("If-Match", etag)
    if prefer:
        configuration.headers.add("Prefer", prefer)
    return configuration


async def prove_tasks(cloud):
    worker = cloud.user("worker")
    graph = client(cloud, worker)
    me = await graph.me.get()
    step("msgraph: me", me.user_principal_name == worker["username"], me)
    teams = (await graph.me.joined_teams.get()).value
    step("msgraph: joined teams", len(teams) >= 1, teams)
    plans = (await graph.groups.by_group_id(teams[0].id).planner.plans.get()).value
    step("msgraph: plans of the team", len(plans) >= 1, plans)
    buckets = (await graph.planner.plans.by_planner_plan_id(plans[0].id).buckets.get()).value
    step("msgraph: buckets of the plan", len(buckets) >= 1, buckets)
    tasks = (await graph.planner.plans.by_planner_plan_id(plans[0].id).tasks.get()).value
    step("msgraph: tasks of the plan", len(tasks) >= 1, tasks)
    mine = (await graph.me.planner.tasks.get()).value
    step("msgraph: my tasks", isinstance(mine, list), mine)
    await prove_paging(cloud, graph, plans[0])
    await prove_batch(graph, tasks[0])
    await prove_changes(graph, next(task for task in tasks if not task.percent_complete))
    await prove_throttling(cloud, graph)
    await prove_resources(graph, plans[0])
    await prove_challenged_client(cloud, graph, worker)


async def prove_changes(graph, task):
    item = graph.planner.tasks.by_planner_task_id(task.id)
    etag = (await item.get()).additional_data["@odata.etag"]
    nothing = await item.patch(PlannerTask(percent_complete=50), with_etag(etag))
    step("msgraph: PATCH with If-Match answers 204", nothing is None, nothing)
    changed = await item.get()
    step("msgraph: the change is there", changed.percent_complete == 50, changed.percent_complete)
    stale = await status(item.patch(PlannerTask(percent_complete=100), with_etag(etag)))
    step("msgraph: the same field over a stale etag is refused with 409", stale == 409, stale)
    fresh = changed.additional_data["@odata.etag"]
    whole = await item.patch(PlannerTask(percent_complete=100), with_etag(fresh, "return=representation"))
    step("msgraph: Prefer return=representation gives the task", whole.percent_complete == 100, whole)
    details = await item.details.get()
    step("msgraph: details have their own etag", details.additional_data["@odata.etag"] != fresh, details)
    foreign = await status(
        item.patch(PlannerTask(title="Not mine"), with_etag(details.additional_data["@odata.etag"]))
    )
    step("msgraph: the details' etag on the task is refused with 412", foreign == 412, foreign)
    unknown = await status(graph.planner.tasks.by_planner_task_id("nosuchtask_nosuchtask_nosuc1").get())
    step("msgraph: unknown task is refused with 404", unknown == 404, unknown)


async def prove_throttling(cloud, graph):
    cloud.tell("faults", kind="throttle", match="GET /v1.0/me", count=1, seconds=1)
    me = await graph.me.get()
    step("msgraph: waits out a 429 and asks again", me.id is not None, me)
    cloud.tell("faults", kind="unavailable", match="GET /v1.0/me", count=1, seconds=1)
    me = await graph.me.get()
    step("msgraph: waits out a 503 and asks again", me.id is not None, me)
