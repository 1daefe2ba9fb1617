using System.Collections.Frozen;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Customers;

/// <summary>/v1/customers. Nothing sold to a customer is ever lost: DELETE archives.</summary>
static class CustomersApi
{
    static readonly FrozenDictionary<string, BuyerKind> Kinds = WireNames.Of<BuyerKind>();

    static readonly RestList Query = RestList.Sorted("-created_at", "name")
        .Text("search", 100, "How the name, a company's tax or VAT number, or the e-mail address begins.")
        .OneOf("kind", Kinds, "A company or an individual.")
        .YesOrNo("archived", "Those in use (false, as when left out) or those that were archived.")
        .Times("created_at", "When it was made here.")
        .Metadata();

    public static void MapCustomersApi(this RouteGroupBuilder v1)
    {
        var customers = v1.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("", List).DescribeList<CustomerBody>("list_customers", "Customers, newest first", Query);
        customers.MapPost("", Create).DescribePost<NewCustomer, CustomerBody>("create_customer", "Makes a customer", StatusCodes.Status201Created);
        customers.MapPost("/bulk", Bulk).DescribeBulk("save_customers", "Makes and changes up to 1,000 customers at once");
        customers.MapGet("/{id}", Get).DescribeOne<CustomerBody>("get_customer", "A customer");
        customers.MapPut("/{id}", Replace).DescribeChange<NewCustomer, CustomerBody>("replace_customer", "Writes a customer anew, all of it");
        customers.MapPatch("/{id}", Change).DescribeChange<RestChange<NewCustomer>, CustomerBody>("update_customer", "Changes the fields of a customer that are sent");
        customers.MapDelete("/{id}", Archive).DescribeDelete("archive_customer", "Archives a customer", 412);
        customers.MapPost("/{id}/restore", Restore).DescribeAct<CustomerBody>("restore_customer", "Takes a customer back out of the archive");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(http, async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(), row => CustomerBody.Of(row.Whole));

    static ListCustomers Read(RestAsked asked) => new(asked.Text("search"), asked.Sort == "name" ? ListOrder.Name : ListOrder.Newest, asked.One<bool>("archived") ?? false, asked.After?.ToPageKey(), asked.Limit)
    {
        Kind = asked.One<BuyerKind>("kind"),
        Created = asked.Range<DateTimeOffset>("created_at"),
        Metadata = asked.Metadata,
        Backwards = asked.Sort == "name" ? asked.Descending : !asked.Descending,
    };

    static Task<IResult> Create(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewCustomer>(request, async body =>
    {
        // Who may not read what is made is told so before it is.
        if ((await dispatcher.Ask(new GetCustomers([]), ct)).Error is { } blind) return blind.ToRestProblem();
        var made = await dispatcher.Send(new CreateCustomer(body.Details), ct);
        return made.Error is { } refused ? Refuse(refused) : await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    });

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<CustomerId>(id, customer => Show(customer, dispatcher, ct));

    static Task<IResult> Replace(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<CustomerId>(id, customer =>
        RestBody.With<NewCustomer>(request, body => Update(customer, body, RestVersion.Expected(request), request, dispatcher, ct)));

    static Task<IResult> Change(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<CustomerId>(id, customer => RestPatch.With(
        request,
        async () => (await dispatcher.Ask(new GetCustomer(customer), ct)).Match<Result<RestBulk.Known<NewCustomer>>>(found => Known(found), error => error),
        (changed, version) => Update(customer, changed, version, request, dispatcher, ct)));

    static Task<IResult> Archive(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<CustomerId>(id, async customer =>
        (await dispatcher.Send(new ArchiveCustomer(customer) { Version = RestVersion.Expected(request) }, ct)).Match<IResult>(_ => TypedResults.NoContent(), error => Refuse(error.Preconditioned(request))));

    static Task<IResult> Restore(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<CustomerId>(id, async customer =>
        (await dispatcher.Send(new ArchiveCustomer(customer, Archived: false) { Version = RestVersion.Expected(request) }, ct)).Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(customer, dispatcher, ct));

    static Task<IResult> Bulk(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBulk.With<CustomerId, NewCustomer>(
        request,
        async ids => (await dispatcher.Ask(new GetCustomers(ids), ct)).Match<Result<Dictionary<CustomerId, RestBulk.Known<NewCustomer>>>>(
            found => found.ToDictionary(c => c.Id, Known), error => error),
        async items => (await dispatcher.Send(new SaveCustomers([.. items.Select(i => new SaveCustomers.Item(i.Id, i.Body.Details, i.Version))]), ct)).Match<Result<List<RestBulk.Tried>>>(
            saved => saved.Select(one => RestBulk.Tried.Of(one, NewCustomer.Fields)).ToList(), error => error));

    static async Task<IResult> Update(CustomerId customer, NewCustomer body, long? version, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new UpdateCustomer(customer, body.Details, version), ct)).Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(customer, dispatcher, ct);

    static async Task<IResult> Show(CustomerId customer, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) => (await dispatcher.Ask(new GetCustomer(customer), ct)).Match<IResult>(
        found => new RestAnswer<CustomerBody>(CustomerBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/customers/{customer}" : null },
        error => error.ToRestProblem());

    static RestBulk.Known<NewCustomer> Known(GetCustomer.View customer) => new(NewCustomer.Of(customer.Details), customer.Version);

    static ProblemHttpResult Refuse(Error error) => RestProblem.Of(error, NewCustomer.Fields(error));
}
