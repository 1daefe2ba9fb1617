using System.Security.Claims;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Tests.Web.Rest;

/// <summary>A small resource written with the building blocks of version 1, served on loopback: books on a shelf.</summary>
sealed class Shelf(WebApplication app, HttpClient http) : IAsyncDisposable
{
    static readonly Dictionary<string, BookKind> Kinds = Enum.GetValues<BookKind>().ToDictionary(WireNames.OnTheWire);

    static readonly RestList Query = RestList.Sorted("-made_at", "price").OneOf("kind", Kinds, "The kind.").Text("search", 20, "In the title.")
        .Amounts("price", "The price.").Days("on", "The day.").Times("made_at", "When it was made.").Metadata();

    public List<Book> Books { get; } = [];

    public RestAsked? Asked { get; private set; }

    public HttpClient Http => http;

    public enum BookKind
    {
        PaperBack,
        HardCover,
    }

    public sealed record Book(TenantId Id, string Title, decimal Price, DateTimeOffset MadeAt, BookKind Kind, Writer Writer, IReadOnlyDictionary<string, string> Metadata, long Version = 1);

    public sealed record Writer(string Name, IReadOnlyList<Writer>? Teachers = null);

    public sealed record NewBook(string Title, decimal Price, IReadOnlyList<Page> Pages, DateOnly? On = null, BookKind Kind = BookKind.HardCover, TenantId? Owner = null, Currency Currency = default, Dictionary<string, string>? Metadata = null);

    public sealed record Page(string Text, int Number = 1);

    public sealed record Change(string? Title = null, decimal? Price = null);

    public static async Task<Shelf> Open()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRouting().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton<RestCursor>();
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
        var app = builder.Build();
        app.UseRestAddress();
        // Whose page it is, is in the header here: the cursor belongs to one company.
        app.Use((http, next) =>
        {
            http.User = new(new ClaimsIdentity([new(PortalClaims.Tenant, http.Request.Headers["X-Company"].ToString())]));
            return next(http);
        });
        app.UseRouting();
        var shelf = new Shelf(app, new HttpClient());
        var v1 = app.MapGroup(RestV1.Root).AddEndpointFilter(RestQuery.Check).AddEndpointFilter(RestVersion.Check);
        v1.MapGet("/invoices", shelf.List).DescribeList<Book>("list_books", "Books", Query);
        v1.MapGet("/customers", shelf.List).DescribeList<Book>("list_other_books", "Books", Query);
        v1.MapGet("/invoices/{id}", (string id) => new RestAnswer<Book>(shelf.Books.Single(b => b.Title == id), shelf.Books.Single(b => b.Title == id).Version)).DescribeOne<Book>("get_book", "A book");
        v1.MapPost("/invoices", (HttpRequest request) => RestBody.With<NewBook>(request, body => Task.FromResult<IResult>(new RestAnswer<NewBook>(body, status: 201)))).DescribePost<NewBook, NewBook>("new_book", "A new book", 201);
        v1.MapPatch("/invoices/{id}", (string id, HttpRequest request) => RestBody.With<Change>(request, (body, sent) => Task.FromResult(shelf.Patch(id, body, sent, request)))).DescribeChange<Change, Book>("change_book", "Changes a book");
        await app.StartAsync(TestContext.Current.CancellationToken);
        shelf.Http.BaseAddress = new Uri(app.Urls.Single());
        return shelf;
    }

    public Book Put(string title, decimal price = 10, int day = 1)
    {
        Books.Add(new(TenantId.From(Guid.CreateVersion7()), title, price, new(2026, 11, day, 0, 0, 0, TimeSpan.Zero), BookKind.PaperBack, new("Ana", [new("Ion"), new("Dan")]), new Dictionary<string, string> { ["shop"] = "north" }));
        return Books[^1];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    Task<IResult> List(HttpContext http, CancellationToken ct) => Query.Page(http, asked =>
    {
        Asked = asked;
        var sorted = asked.Descending ? Books.OrderByDescending(b => b.MadeAt).ThenByDescending(b => b.Id.Value) : Books.OrderBy(b => b.MadeAt).ThenBy(b => b.Id.Value);
        var after = asked.After is { } key ? sorted.SkipWhile(b => b.Id.Value != key.Id).Skip(1) : sorted;
        Book[] rows = [.. after.Take(asked.Limit + 1)];
        var next = rows.Length > asked.Limit ? RestKey.Of(new(rows[asked.Limit - 1].MadeAt, rows[asked.Limit - 1].Id.Value)) : null;
        return Task.FromResult<Result<RestPage<Book>>>(new RestPage<Book>([.. rows.Take(asked.Limit)], next));
    }, book => book);

    IResult Patch(string id, Change change, IReadOnlySet<string> sent, HttpRequest request)
    {
        var at = Books.FindIndex(b => b.Title == id);
        if (RestVersion.Expected(request) is { } version && version != Books[at].Version) return Aggregate.Changed.ToRestProblem();
        Books[at] = Books[at] with { Price = sent.Contains("price") ? change.Price ?? 0 : Books[at].Price, Version = Books[at].Version + 1 };
        return new RestAnswer<Book>(Books[at], Books[at].Version);
    }
}
