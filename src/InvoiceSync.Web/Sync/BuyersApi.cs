using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Sync;

/// <summary>/api/sync/customers and /api/sync/missing-cuis: brings companies that bought into the directory with their tax numbers, and tells which numbers nobody knows.</summary>
static class BuyersApi
{
    const int UsualDays = 30;

    public static void MapBuyersApi(this RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/sync").WithTags("Customers");
        customers.MapPost("/customers", Sync).Accepts<Request>("application/json", ApiBody.Anything).WithMetadata(new RequestSizeLimitAttribute(ApiBody.LargestList))
            .Describe<Answer>("sync_customers", "Brings companies that bought lately into the directory", 400);
        customers.MapGet("/missing-cuis", Missing).Describe<Missed>("list_missing_cuis", "Companies that bought lately whose tax number nobody knows; with all everybody without one", 400);
    }

    static Task<IResult> Sync(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Request>(request, async body =>
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mapping in body.Mappings ?? [])
            if (string.IsNullOrWhiteSpace(mapping?.Email) || string.IsNullOrWhiteSpace(mapping.Cui) || !given.TryAdd(mapping.Email.Trim(), mapping.Cui.Trim()))
                return ApiErrors.MappingInvalid.ToProblem();
        return (await dispatcher.Send(new SyncCustomers(body.Days ?? UsualDays, given, body.Validate) { AsksRegister = body.Validate }, ct)).Match<IResult>(
            rows => TypedResults.Ok(new Answer([.. rows.Select(Row.Of)])), error => error.Named(("Days", "days"), ("TaxIds", "mappings")).ToProblem());
    });

    static async Task<IResult> Missing(string? days, string? all, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!int.TryParse(days ?? $"{UsualDays}", System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var many)) many = 0;
        if (all is not (null or "true" or "false")) return ApiErrors.ValueUnknown("all", ["true", "false"]).ToProblem();
        return (await dispatcher.Send(new ListMissingTaxIds(many, Everybody: all == "true"), ct)).Match<IResult>(
            rows => TypedResults.Ok(new Missed([.. rows.Select(MissedRow.Of)])), error => error.Named(("Days", "days")).ToProblem());
    }

    /// <summary>With validate nothing is kept: the answer says what would be.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Request(int? Days = null, IReadOnlyList<Mapping?>? Mappings = null, bool Validate = false);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Mapping(string? Email, string? Cui);

    sealed record Answer(IReadOnlyList<Row> Data);

    /// <summary>sales_go_on: how many of its sales waited only for the number given here.</summary>
    sealed record Row(string Email, string Name, string? Cui, string Outcome, string? Note, int SalesGoOn)
    {
        public static Row Of(SyncCustomers.Row row) => new(row.Email, row.Name, row.TaxId, row.Outcome.OnTheWire(), row.Note, row.SalesGoOn);
    }

    sealed record Missed(IReadOnlyList<MissedRow> Data);

    /// <summary>kind says whether a company or an individual bought; cui is there when it is wrong. note names the likeliest guess.</summary>
    sealed record MissedRow(string Email, string Name, string Kind, string? Cui, string Outcome, string? Note)
    {
        public static MissedRow Of(ListMissingTaxIds.Row row) => new(
            row.Email, row.Name, row.Kind.OnTheWire(), row.TaxId, (row.TaxId is null ? SyncCustomers.Outcome.Missing : SyncCustomers.Outcome.Refused).OnTheWire(),
            row.Guesses is [var guess, ..] ? $"Perhaps {guess.Company.VatId ?? guess.Company.Cui}, {guess.Company.Name} (the names are {guess.Likeness} % alike): confirm it first."
                : row.TaxId is null ? null : $"{row.TaxId} is not a valid CUI.");
    }
}
