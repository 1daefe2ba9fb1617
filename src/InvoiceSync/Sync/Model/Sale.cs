using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Model;

/// <summary>One sale and how far it has come. What the source said is in the mirror beside it; this row is what lists show.</summary>
sealed partial class Sale : Aggregate, INoticed
{
    Sale()
    {
    }

    public Sale(SaleId id, ConnectionId connection, SourceSale source, string? owner)
    {
        Owner = owner;
        (Id, ConnectionId, AccountId, Live, Kind, SourceId) = (id, connection, source.AccountId, source.Live, source.Key.Kind, source.Key.Id);
    }

    public SaleId Id { get; private init; }

    public ConnectionId ConnectionId { get; private init; }

    public string AccountId { get; private init; } = "";

    public bool Live { get; private init; }

    public SaleKind Kind { get; private init; }

    public string SourceId { get; private init; } = "";

    /// <summary>Whose sale it is (usr_…, key_…), for people who see or change only their own; null when nobody took it.</summary>
    public string? Owner { get; private set; }

    public string? Number { get; private set; }

    public string? CustomerId { get; private set; }

    public string CustomerName { get; private set; } = "";

    public string? CustomerEmail { get; private set; }

    /// <summary>The customer's name in upper case: what a search compares the start of.</summary>
    public string SearchName { get; private set; } = "";

    public Currency Currency { get; private set; }

    public decimal Subtotal { get; private set; }

    public decimal Discount { get; private set; }

    public decimal Tax { get; private set; }

    public decimal Total { get; private set; }

    /// <summary>What its source gave back of it, and how much of that has a document of ours.</summary>
    public decimal Returned { get; private set; }

    public decimal ReturnsCredited { get; private set; }

    public SaleStatus SourceStatus { get; private set; }

    public SaleState State { get; private set; }

    public string? ReasonCode { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset SoldAt { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    public DateTimeOffset? FileBy { get; private set; }

    public InvoiceId? InvoiceId { get; private set; }

    /// <summary>The filing's version this state was taken from: an older one, told late, changes nothing.</summary>
    public long FilingVersion { get; private set; }

    public string NoticeTopic => "sale";

    public Guid NoticeId => Id.Value;

    /// <summary>A finished invoice, or a payment that is no invoice's. Drafts, failures and void ones are no sales.</summary>
    public bool IsDue => IsDone(Kind, SourceStatus);

    public static bool IsFinished(SourceSale source) => source.BelongsTo is null && IsDone(source.Key.Kind, source.Status);

    static bool IsDone(SaleKind kind, SaleStatus status) => kind == SaleKind.Invoice
        ? status is SaleStatus.Open or SaleStatus.Paid or SaleStatus.Uncollectible
        : status is SaleStatus.Paid;
}
