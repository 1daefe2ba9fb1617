using InvoiceSync.Kernel;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Model;

/// <summary>A fetch of one sale. Its ticket is drawn before the source is asked, so that of two answers the one asked for later counts.</summary>
sealed record Reading(SourceKey Key, ISalesSource Source, SourceAccount Account, long Ticket, DateTimeOffset AskedAt)
{
    public static async Task<Reading> Begin(SourceKey key, SourceDoor door, IDispatcher dispatcher, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var (source, account) = await door.Open(caller, ct);
        var ticket = (await dispatcher.Send(new DrawTicket(new(account.Connection), key), ct)).OrThrow();
        return new(key, source, account, ticket, time.GetUtcNow());
    }

    public Task<SourceAnswer<SourceSale>> Fetch(CancellationToken ct) => Source.Fetch(Account, Key, ct);

    /// <summary>What was answered, to be kept; null when the sale is gone.</summary>
    public RecordSale Answered(SourceSale? sale, SaleInstructions? said = null) => new(new ConnectionId(Account.Connection), Key, Ticket, sale, AskedAt, said);
}
