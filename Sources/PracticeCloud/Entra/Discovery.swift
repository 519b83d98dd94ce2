import CloudWire

extension World {
  /// The issuer of tokens, and of documents asked for by GUID or domain.
  func issuer(base: String) -> String { "\(base)/\(tenantID)/v2.0" }

  /// The issuer as a document says it: under the shared aliases with Entra's literal placeholder.
  private func documentIssuer(_ call: EntraCall) -> String {
    ["organizations", "common"].contains(call.tenant.lowercased())
      ? "\(call.base)/{tenantid}/v2.0" : issuer(base: call.base)
  }

  /// The OpenID discovery document with Entra's set of fields.
  func openIDConfiguration(_ call: EntraCall) -> JSON {
    let isShared = ["organizations", "common"].contains(call.tenant.lowercased())
    let root = "\(call.base)/\(isShared ? call.tenant.lowercased() : tenantID)"
    return [
      "token_endpoint": .string("\(root)/oauth2/v2.0/token"),
      "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
      "jwks_uri": .string("\(root)/discovery/v2.0/keys"),
      "response_modes_supported": ["query", "fragment", "form_post"],
      "subject_types_supported": ["pairwise"],
      "id_token_signing_alg_values_supported": ["RS256"],
      "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
      "scopes_supported": ["openid", "profile", "email", "offline_access"],
      "issuer": .string(documentIssuer(call)),
      "request_uri_parameter_supported": false,
      "userinfo_endpoint": .string("\(call.base)/oidc/userinfo"),
      "authorization_endpoint": .string("\(root)/oauth2/v2.0/authorize"),
      "device_authorization_endpoint": .string("\(root)/oauth2/v2.0/devicecode"),
      "http_logout_supported": true,
      "frontchannel_logout_supported": true,
      "end_session_endpoint": .string("\(root)/oauth2/v2.0/logout"),
      "claims_supported": [
        "sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name", "msgraph_host", "aud",
        "exp", "iat", "auth_time", "acr", "nonce", "preferred_username", "name", "tid", "ver", "at_hash", "c_hash",
        "email",
      ],
      "kerberos_endpoint": .string("\(root)/kerberos"),
      "tenant_region_scope": isShared ? .null : "EU",
      "cloud_instance_name": "microsoftonline.com",
      "cloud_graph_host_name": "graph.windows.net",
      "msgraph_host": "graph.microsoft.com",
      "rbac_url": "https://pas.windows.net",
    ]
  }

  /// The published key set (JWKS).
  func keySet(_ call: EntraCall) throws(EntraRefusal) -> JSON {
    guard let key = call.key else { throw .keyUnavailable }
    return ["keys": [key.published(issuer: documentIssuer(call))]]
  }

  /// `/common/discovery/instance`: which hosts belong to the same cloud as the one asked about.
  func instanceDiscovery(authorizationEndpoint: String?, base: String) throws(EntraRefusal) -> JSON {
    let host = PracticeAddress(url: base).origin.split(separator: "/").last.map(String.init) ?? ""
    guard let asked = authorizationEndpoint, asked.hasPrefix(base + "/") else {
      throw EntraRefusal(
        "invalid_instance", 50_049, "Unknown or invalid instance.")
    }
    return [
      "tenant_discovery_endpoint": .string("\(base)/\(tenantID)/v2.0/.well-known/openid-configuration"),
      "api-version": "1.1",
      "metadata": [
        ["preferred_network": .string(host), "preferred_cache": .string(host), "aliases": [.string(host)]]
      ],
    ]
  }

  /// `/common/userrealm/{upn}`: whether the account's passwords are checked here.
  func userRealm(_ upn: String) -> JSON {
    let domain = upn.split(separator: "@").last.map(String.init) ?? ""
    guard domain.lowercased() == tenantDomain.lowercased() else {
      return ["ver": "1.0", "account_type": "Unknown"]
    }
    return [
      "ver": "1.0", "account_type": "Managed", "domain_name": .string(tenantDomain),
      "cloud_instance_name": "microsoftonline.com", "cloud_audience_urn": "urn:federation:MicrosoftOnline",
    ]
  }
}
