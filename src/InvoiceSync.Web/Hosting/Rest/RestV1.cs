using InvoiceSync.Web.Access;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Fiscal;
using InvoiceSync.Web.Invoicing;
using InvoiceSync.Web.Payments;
using InvoiceSync.Web.Reports;
using InvoiceSync.Web.Sync;
using InvoiceSync.Web.Webhooks;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// The map of the public API, version 1. How to add a resource: a file XxxApi.cs beside its pages with
/// <c>MapXxxApi(this RouteGroupBuilder v1)</c>, called here, and in it
/// <list type="bullet">
/// <item>a list: <c>v1.MapGet("/things", List).DescribeList&lt;ThingBody&gt;("list_things", "Things", Query)</c>, where Query is a static
/// <see cref="RestList"/> that says what one may filter and sort by; the handler is <c>Query.Page(http, asked => …, ThingBody.Of)</c> (and takes more than the HttpContext, or the framework takes it for a RequestDelegate);</item>
/// <item>one: <c>.DescribeOne&lt;ThingBody&gt;("get_thing", "A thing")</c>, answered by <c>new RestAnswer&lt;ThingBody&gt;(body, version)</c>: fields=, ETag and 304 follow;</item>
/// <item>a body: <c>RestBody.With&lt;NewThing&gt;(request, body => …)</c>, where NewThing is a record: what has no default is required, what is not nullable
/// refuses null, typed ids and enums are read from their texts, and everything else is refused with its pointer;</item>
/// <item>a change: <c>.DescribeChange&lt;ThingBody&gt;(…)</c> asks for If-Match; give <see cref="RestVersion.Expected"/> to the command, which says
/// <c>thing.Expect(command.Version)</c>;</item>
/// <item>a PATCH: <c>RestPatch.With(request, current, changed => …)</c> merges what was sent into what is there, written as a PUT's body;</item>
/// <item>many at once: <see cref="RestBulk"/>, on use cases that take and answer lists;</item>
/// <item>a refusal: <c>error.ToRestProblem(("TaxId", "/customer/tax_id"))</c>.</item>
/// </list>
/// Idempotency-Key on POST, limits, CORS and both addresses (/v1, /api/v1) are there for every address below the group.
/// </summary>
static class RestV1
{
    public const string Root = "/v1";

    public static void MapRestV1(this WebApplication app)
    {
        var v1 = app.MapGroup(Root).OpenToKeys(RestBody.Largest).AddEndpointFilter(RestQuery.Check).AddEndpointFilter(RestVersion.Check).AddEndpointFilter(RestRepeat.Check);
        v1.MapInvoicesApi();
        v1.MapInvoiceDraftsApi();
        v1.MapSchedulesApi();
        v1.MapEstimatesApi();
        v1.MapAttachmentsApi();
        v1.MapCustomersApi();
        v1.MapProductsApi();
        v1.MapPaymentsApi();
        v1.MapApiKeysApi();
        v1.MapEventsApi();
        v1.MapReportsApi();
        v1.MapMessagesApi();
        v1.MapFilingApi();
        v1.MapCheckXmlApi();
        v1.MapMappingApi();
        v1.MapNewsHookApi();
        v1.Map("/{**rest}", () => ApiErrors.RouteUnknown.ToRestProblem()).ExcludeFromDescription();
    }
}
