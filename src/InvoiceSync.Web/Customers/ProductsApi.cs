using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Customers;

/// <summary>/v1/products. What was sold stays known: DELETE archives.</summary>
static class ProductsApi
{
    static readonly RestList Query = RestList.Sorted("-created_at", "name")
        .Text("search", 100, "How the name or the company's own number begins.")
        .YesOrNo("archived", "Those in use (false, as when left out) or those that were archived.")
        .Times("created_at", "When it was made here.")
        .Metadata();

    public static void MapProductsApi(this RouteGroupBuilder v1)
    {
        var products = v1.MapGroup("/products").WithTags("Products");
        products.MapGet("", List).DescribeList<ProductBody>("list_products", "Products, newest first", Query);
        products.MapPost("", Create).DescribePost<NewProduct, ProductBody>("create_product", "Makes a product", StatusCodes.Status201Created);
        products.MapPost("/bulk", Bulk).DescribeBulk("save_products", "Makes and changes up to 1,000 products at once");
        products.MapGet("/{id}", Get).DescribeOne<ProductBody>("get_product", "A product");
        products.MapPut("/{id}", Replace).DescribeChange<NewProduct, ProductBody>("replace_product", "Writes a product anew, all of it");
        products.MapPatch("/{id}", Change).DescribeChange<RestChange<NewProduct>, ProductBody>("update_product", "Changes the fields of a product that are sent");
        products.MapDelete("/{id}", Archive).DescribeDelete("archive_product", "Archives a product", 412);
        products.MapPost("/{id}/restore", Restore).DescribeAct<ProductBody>("restore_product", "Takes a product back out of the archive");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(http, async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(), row => ProductBody.Of(row.Whole));

    static ListProducts Read(RestAsked asked) => new(asked.Text("search"), asked.Sort == "name" ? ListOrder.Name : ListOrder.Newest, asked.One<bool>("archived") ?? false, asked.After?.ToPageKey(), asked.Limit)
    {
        Created = asked.Range<DateTimeOffset>("created_at"),
        Metadata = asked.Metadata,
        Backwards = asked.Sort == "name" ? asked.Descending : !asked.Descending,
    };

    static Task<IResult> Create(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewProduct>(request, async body =>
    {
        // Who may not read what is made is told so before it is.
        if ((await dispatcher.Ask(new GetProducts([]), ct)).Error is { } blind) return blind.ToRestProblem();
        var made = await dispatcher.Send(new CreateProduct(body.Details), ct);
        return made.Error is { } refused ? Refuse(refused) : await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    });

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ProductId>(id, product => Show(product, dispatcher, ct));

    static Task<IResult> Replace(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ProductId>(id, product =>
        RestBody.With<NewProduct>(request, body => Update(product, body, RestVersion.Expected(request), request, dispatcher, ct)));

    static Task<IResult> Change(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ProductId>(id, product => RestPatch.With(
        request,
        async () => (await dispatcher.Ask(new GetProduct(product), ct)).Match<Result<RestBulk.Known<NewProduct>>>(found => Known(found), error => error),
        (changed, version) => Update(product, changed, version, request, dispatcher, ct)));

    static Task<IResult> Archive(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ProductId>(id, async product =>
        (await dispatcher.Send(new ArchiveProduct(product) { Version = RestVersion.Expected(request) }, ct)).Match<IResult>(_ => TypedResults.NoContent(), error => Refuse(error.Preconditioned(request))));

    static Task<IResult> Restore(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ProductId>(id, async product =>
        (await dispatcher.Send(new ArchiveProduct(product, Archived: false) { Version = RestVersion.Expected(request) }, ct)).Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(product, dispatcher, ct));

    static Task<IResult> Bulk(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBulk.With<ProductId, NewProduct>(
        request,
        async ids => (await dispatcher.Ask(new GetProducts(ids), ct)).Match<Result<Dictionary<ProductId, RestBulk.Known<NewProduct>>>>(
            found => found.ToDictionary(p => p.Id, Known), error => error),
        async items => (await dispatcher.Send(new SaveProducts([.. items.Select(i => new SaveProducts.Item(i.Id, i.Body.Details, i.Version))]), ct)).Match<Result<List<RestBulk.Tried>>>(
            saved => saved.Select(one => RestBulk.Tried.Of(one, error => error.Fields())).ToList(), error => error));

    static async Task<IResult> Update(ProductId product, NewProduct body, long? version, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new UpdateProduct(product, body.Details, version), ct)).Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(product, dispatcher, ct);

    static async Task<IResult> Show(ProductId product, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) => (await dispatcher.Ask(new GetProduct(product), ct)).Match<IResult>(
        found => new RestAnswer<ProductBody>(ProductBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/products/{product}" : null },
        error => error.ToRestProblem());

    static RestBulk.Known<NewProduct> Known(GetProduct.View product) => new(NewProduct.Of(product.Details), product.Version);

    static ProblemHttpResult Refuse(Error error) => error.ToRestProblem();
}
