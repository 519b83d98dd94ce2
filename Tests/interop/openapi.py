"""An OpenAPI description of the Graph calls this tenant answers, made from Microsoft's own schema."""

import re
import xml.etree.ElementTree as xml

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
PLAIN = {
    "Edm.String": {"type": "string"},
    "Edm.Boolean": {"type": "boolean"},
    "Edm.Int32": {"type": "integer", "format": "int32"},
    "Edm.Guid": {"type": "string", "format": "uuid"},
    "Edm.DateTimeOffset": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$"},
    "Edm.TimeOfDay": {"type": "string"},
}
ENTRIES = {
    "plannerAssignments": "graph.plannerAssignment",
    "plannerAppliedCategories": "Edm.Boolean",
    "plannerChecklistItems": "graph.plannerChecklistItem",
    "plannerExternalReferences": "graph.plannerExternalReference",
    "plannerUserIds": "Edm.Boolean",
    "plannerOrderHintsByAssignee": "Edm.String",
}
ERROR = {
    "type": "object",
    "required": ["error"],
    "additionalProperties": False,
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "innerError"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "innerError": {"type": "object"}},
        }
    },
}


def kind(name, nullable=True):
    if name.startswith("Collection("):
        return {"type": "array", "items": kind(name[11:-1], False)}
    schema = PLAIN.get(name) or {"$ref": "#/components/schemas/" + name.split(".")[-1]}
    return {"anyOf": [schema, {"type": "null"}]} if nullable else schema


def schemas(path):
    found = {}
    root = xml.parse(path).getroot()
    for enum in root.iter(EDM + "EnumType"):
        found[enum.get("Name")] = {"type": "string", "enum": [member.get("Name") for member in enum]}
    for structure in [*root.iter(EDM + "ComplexType"), *root.iter(EDM + "EntityType")]:
        name = structure.get("Name")
        properties = {}
        for property in structure.findall(EDM + "Property"):
            properties[property.get("Name")] = kind(property.get("Type"), property.get("Nullable") != "false")
        for link in structure.findall(EDM + "NavigationProperty"):
            properties[link.get("Name")] = kind(link.get("Type"))
        if structure.get("BaseType"):
            properties["id"] = {"type": "string"}
        schema = {"type": "object", "properties": properties, "patternProperties": {"@odata": {}}}
        if name in ENTRIES:
            schema["additionalProperties"] = kind(ENTRIES[name], False)
        elif name.startswith("planner"):
            schema["additionalProperties"] = False
        found[name] = schema
    return found


def described(path, ids, etags):
    """`ids` are real identifiers by the name of their place in a path; `etags` real versions to send."""
    paths = {}

    def call(method, address, answer, status=200, body=None, is_list=False):
        operation = {"responses": {"default": {"description": "refused", "content": json(ERROR)}}}
        answered = {"description": "done"}
        if answer:
            schema = {"$ref": f"#/components/schemas/{answer}"}
            answered["content"] = json(listed(schema) if is_list else schema)
        operation["responses"][str(status)] = answered
        if method == "patch":
            operation["responses"]["200"] = {"description": "preferred", "content": json({"type": "object"})}
        operation["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": ids[name]}}
            for name in re.findall(r"{(\w+)}", address)
        ]
        if method in ("patch", "delete"):
            header = {"name": "If-Match", "in": "header", "required": True}
            operation["parameters"].append(header | {"schema": {"type": "string", "enum": etags + ["*"]}})
        if body:
            operation["requestBody"] = {"required": True, "content": json({"$ref": f"#/components/schemas/{body}"})}
        paths.setdefault(address, {})[method] = operation

    for address, answer in [
        ("/me", "user"),
        ("/users/{user}", "user"),
        ("/teams/{team}", "team"),
        ("/groups/{team}", "group"),
    ]:
        call("get", address, answer)
    for address, answer in [
        ("/me/joinedTeams", "team"),
        ("/me/planner/tasks", "plannerTask"),
        ("/me/planner/plans", "plannerPlan"),
        ("/users", "user"),
        ("/groups/{team}/members", "user"),
        ("/groups/{team}/planner/plans", "plannerPlan"),
        ("/planner/plans/{plan}/buckets", "plannerBucket"),
        ("/planner/plans/{plan}/tasks", "plannerTask"),
        ("/planner/buckets/{bucket}/tasks", "plannerTask"),
    ]:
        call("get", address, answer, is_list=True)
    for address, name in [
        ("/planner/plans/{plan}", "plannerPlan"),
        ("/planner/plans/{plan}/details", "plannerPlanDetails"),
        ("/planner/buckets/{bucket}", "plannerBucket"),
        ("/planner/tasks/{task}", "plannerTask"),
        ("/planner/tasks/{task}/details", "plannerTaskDetails"),
        ("/planner/tasks/{task}/bucketTaskBoardFormat", "plannerBucketTaskBoardTaskFormat"),
        ("/planner/tasks/{task}/progressTaskBoardFormat", "plannerProgressTaskBoardTaskFormat"),
        ("/planner/tasks/{task}/assignedToTaskBoardFormat", "plannerAssignedToTaskBoardTaskFormat"),
    ]:
        call("get", address, name)
        call("patch", address, None, 204, body=name)
    for address, name in [
        ("/planner/plans", "plannerPlan"),
        ("/planner/buckets", "plannerBucket"),
        ("/planner/tasks", "plannerTask"),
    ]:
        call("post", address, name, 201, body=name)
    for address in ["/planner/plans/{plan}", "/planner/buckets/{bucket}", "/planner/tasks/{task}"]:
        call("delete", address, None, 204)
    document = {"openapi": "3.1.0", "info": {"title": "Microsoft Graph, as practised", "version": "1.0"}}
    return document | {"paths": paths, "components": {"schemas": schemas(path)}}


def json(schema):
    return {"application/json": {"schema": schema}}


def listed(schema):
    properties = {
        "@odata.context": {"type": "string"},
        "@odata.count": {"type": "integer"},
        "@odata.nextLink": {"type": "string"},
        "value": {"type": "array", "items": schema},
    }
    required = ["@odata.context", "@odata.count", "value"]
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}
