extension ODataWriter {
  mutating func plan(_ plan: PracticePlan, world: World) {
    object { $0.planMembers(plan, world: world) }
  }

  mutating func planMembers(_ plan: PracticePlan, world: World) {
    etag(plan.mark)
    member("createdDateTime", plan.created)
    member("owner", plan.groupID)
    member("title", plan.title)
    member("id", plan.id)
    identity("createdBy", plan.creator, application: world.clientID)
    member("container") { container in
      container.member("containerId", plan.groupID)
      container.member("type", "group")
      container.member("url", "https://graph.microsoft.com/v1.0/groups/\(plan.groupID)")
    }
  }

  mutating func planDetails(_ plan: PracticePlan) {
    etag(plan.detailsMark)
    member("id", plan.id)
    member("sharedWith") { shared in
      for user in plan.sharedWith {
        shared.name(user)
        shared.written(Array("true".utf8))
      }
    }
    member("categoryDescriptions") { labels in
      for key in PlannerCategory.keys { labels.member(key, plan.categories[key]) }
    }
  }

  mutating func bucket(_ bucket: PracticeBucket) {
    object { $0.bucketMembers(bucket) }
  }

  mutating func bucketMembers(_ bucket: PracticeBucket) {
    etag(bucket.mark)
    member("name", bucket.name)
    member("planId", bucket.planID)
    member("orderHint", bucket.orderHint)
    member("id", bucket.id)
  }
}
