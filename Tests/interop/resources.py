"""msgraph-sdk makes, changes and deletes every resource of Planner with its own models."""

from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph.generated.models.planner_bucket import PlannerBucket
from msgraph.generated.models.planner_bucket_task_board_task_format import PlannerBucketTaskBoardTaskFormat
from msgraph.generated.models.planner_plan import PlannerPlan
from msgraph.generated.models.planner_plan_container import PlannerPlanContainer
from msgraph.generated.models.planner_task import PlannerTask
from msgraph.generated.models.planner_task_details import PlannerTaskDetails

from refusals import status
from steps import step


def etag(resource):
    configuration = RequestConfiguration()
    configuration.headers.add("If-Match", resource.additional_data["@odata.etag"])
    configuration.headers.add("Prefer", "return=representation")
    return configuration


async def prove_resources(graph, plan):
    container = PlannerPlanContainer(url=f"https://graph.microsoft.com/v1.0/groups/{plan.container.container_id}")
    made = await graph.planner.plans.post(PlannerPlan(title="Interop", container=container))
    step("msgraph: makes a plan", made.id is not None and made.container.type == "group", made)
    item = graph.planner.plans.by_planner_plan_id(made.id)
    renamed = await item.patch(PlannerPlan(title="Interop 2"), etag(made))
    step("msgraph: renames it", renamed.title == "Interop 2", renamed)
    bucket = await graph.planner.buckets.post(PlannerBucket(name="First", plan_id=made.id, order_hint=" !"))
    step("msgraph: makes a bucket", bucket.order_hint != " !", bucket)
    task = await graph.planner.tasks.post(PlannerTask(title="Try it", plan_id=made.id, bucket_id=bucket.id))
    step("msgraph: makes a task", task.percent_complete == 0 and task.priority == 5, task)
    one = graph.planner.tasks.by_planner_task_id(task.id)
    details = await one.details.get()
    noted = await one.details.patch(PlannerTaskDetails(description="A note"), etag(details))
    step("msgraph: writes a note", noted.description == "A note", noted)
    board = await one.bucket_task_board_format.get()
    moved = await one.bucket_task_board_format.patch(PlannerBucketTaskBoardTaskFormat(order_hint=" !"), etag(board))
    step("msgraph: moves a card", moved.order_hint not in (" !", None), moved)
    await one.delete(etag(await one.get()))
    step("msgraph: deletes the task", await status(one.get()) == 404)
    bucket_item = graph.planner.buckets.by_planner_bucket_id(bucket.id)
    await bucket_item.delete(etag(await bucket_item.get()))
    step("msgraph: deletes the bucket", await status(bucket_item.get()) == 404)
    await item.delete(etag(await item.get()))
    step("msgraph: deletes the plan", await status(item.get()) == 404)
