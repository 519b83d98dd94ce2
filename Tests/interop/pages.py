"""msgraph-core follows next links and sends batches."""

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.method import Method
from kiota_abstractions.request_information import RequestInformation
from msgraph.generated.models.planner_task import PlannerTask
from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.requests.batch_request_item import BatchRequestItem
from msgraph_core.tasks.page_iterator import PageIterator

from steps import step


async def prove_paging(cloud, graph, plan):
    tasks = graph.planner.plans.by_planner_plan_id(plan.id).tasks
    whole = [task.id for task in (await tasks.get()).value]
    cloud.tell("paging", size=3)
    first = await tasks.get()
    step("msgraph: a page has a next link", len(first.value) == 3 and first.odata_next_link is not None, first)
    found = []
    pages = PageIterator(first, graph.request_adapter)
    await pages.iterate(lambda task: found.append(task.id) or True)
    cloud.tell("paging", size=None)
    step("msgraph: its page iterator finds every task once", found == whole, (found, whole))


def get(graph, path):
    request = RequestInformation()
    request.http_method = Method.GET
    request.url = graph.request_adapter.base_url.removesuffix("/") + path
    return request


async def prove_batch(graph, task):
    # msgraph-core 1.5.2 cannot read the JSON bodies of a batch's answers; their statuses and effects it shows.
    item = graph.planner.tasks.by_planner_task_id(task.id)
    change = RequestConfiguration()
    change.headers.add("If-Match", task.additional_data["@odata.etag"])
    content = BatchRequestContent()
    requests = {
        "me": get(graph, "/me"),
        "task": get(graph, f"/planner/tasks/{task.id}"),
        "none": get(graph, "/planner/tasks/nosuchtask_nosuchtask_nosuc1"),
        "change": item.to_patch_request_information(PlannerTask(priority=1), change),
    }
    for name, request in requests.items():
        content.add_request(name, BatchRequestItem(request, name))
    answer = await BatchRequestBuilder(graph.request_adapter).post(content)
    codes = answer.get_response_status_codes()
    wanted = {"me": 200, "task": 200, "none": 404, "change": 204}
    step("msgraph: batch, each request with its own status", codes == wanted, codes)
    step("msgraph: a change in a batch took effect", (await item.get()).priority == 1)
