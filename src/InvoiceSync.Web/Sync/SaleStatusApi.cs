using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>GET /api/invoices/status/{id}: the state, every filing attempt, every problem with its cure in English or Romanian.</summary>
static class SaleStatusApi
{
    public static void MapSaleStatusApi(this RouteGroupBuilder invoices) =>
        invoices.MapGet("/status/{id}", Show).Describe<Story>("get_status", "How far an invoice (inv_…) or sale (sal_…) has come", 404);

    static async Task<IResult> Show(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        FollowSale? asked = Ids.TryParse<InvoiceId>(id, out var invoice) ? new(Invoice: invoice) : Ids.TryParse<SaleId>(id, out var sale) ? new(sale) : null;
        if (asked is null) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Ask(asked, ct)).Match<IResult>(
            view => TypedResults.Ok(Story.Of(view)),
            error => (error.Kind == ErrorKind.NotFound ? ApiErrors.NotFound : error).ToProblem());
    }

    sealed record Story(
        string? Id,
        string SaleId,
        string SourceType,
        string SourceId,
        string? Number,
        string Status,
        string? ReasonCode,
        string? Reason,
        string? Provider,
        DateTimeOffset? FileBy,
        DateTimeOffset? NextStepAt,
        string? Waiting,
        IReadOnlyList<Attempt> Attempts)
    {
        public static Story Of(FollowSale.View view) => new(
            view.Sale.Invoice?.ToString(), view.Sale.Sale.Id.ToString(), $"stripe_{view.Sale.Sale.Kind.OnTheWire()}", view.Sale.Sale.SourceId, view.Sale.Sale.Number,
            view.Sale.Sale.State.OnTheWire(), view.Sale.ReasonCode, view.Sale.Sale.Reason, view.Filing?.Provider,
            view.Sale.Sale.FileBy?.ToUniversalTime(), view.Filing?.NextStepAt?.ToUniversalTime(), view.Filing?.Waiting, [.. (view.Filing?.Attempts ?? []).Select(Attempt.Of)]);
    }

    /// <summary>Index is the authority's; has_zip says that its sealed answer can be downloaded.</summary>
    sealed record Attempt(
        int Number,
        string Status,
        DateTimeOffset IntendedAt,
        DateTimeOffset? SentAt,
        DateTimeOffset? SettledAt,
        string? Index,
        string? XmlSha256,
        bool HasZip,
        IReadOnlyList<Problem> Problems)
    {
        public static Attempt Of(GetFiling.Attempt a) => new(
            a.Number, a.State.OnTheWire(), a.IntendedAt.ToUniversalTime(), a.SentAt?.ToUniversalTime(), a.SettledAt?.ToUniversalTime(), a.Index, a.XmlSha256, a.HasReceipt,
            [.. a.Problems.Select(p => new Problem(p.Rule, p.Field, p.Text, p.Cure, p.Original))]);
    }

    sealed record Problem(string Rule, string? Field, string Text, string Cure, string Original);
}
