"""Who the tenant is and who works there."""

TENANT = "0f8fad5b-d9cb-469f-a165-70867728950e"
OBJECT = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
ACCOUNT = {"username": "rosa", "password": "Practice-only-1"}
