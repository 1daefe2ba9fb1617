using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>A batch as the API tells it. Done sales have their invoices; what waits for a person or failed says why.</summary>
sealed record BatchBody(string Id, string Status, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, int Done, int Waiting, int NeedsPerson, IReadOnlyList<BatchBody.Item> Items)
{
    public static BatchBody Of(GetBatch.View batch, IReadOnlyList<ListBatchRows.Row> rows) => new(
        batch.Id.ToString(), batch.State.OnTheWire(), batch.CreatedAt.ToUniversalTime(), batch.FinishedAt?.ToUniversalTime(),
        batch.Count(BatchRowState.Done), batch.Count(BatchRowState.Will, BatchRowState.Doing), batch.Count(BatchRowState.Parked, BatchRowState.Failed, BatchRowState.Changed),
        [.. rows.Select(Item.Of)]);

    /// <summary>Result is what came of it in the batch; status is where the sale stands now.</summary>
    public sealed record Item(string SourceType, string SourceId, string Result, string? Status, string? SaleId, string? InvoiceId, string? ReasonCode, string? Reason)
    {
        public static Item Of(ListBatchRows.Row row) => new(
            $"stripe_{row.Key.Kind.OnTheWire()}", row.Key.Id, row.State.OnTheWire(), row.Now?.OnTheWire(), row.Sale?.ToString(), row.Invoice?.ToString(), row.Why, row.WhyText);
    }
}
