"""How msgraph-sdk says that it was refused."""

from msgraph.generated.models.o_data_errors.o_data_error import ODataError


async def status(call):
    """The status an awaited call was refused with; None when it was not."""
    try:
        await call
    except ODataError as error:
        return error.response_status_code
