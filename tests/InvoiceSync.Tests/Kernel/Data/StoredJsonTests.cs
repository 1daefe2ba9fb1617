using System.Text.Json;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel.Data;

/// <summary>What is stored today must be read for years: documents, mirrors and queued commands come back as they were.</summary>
public sealed class StoredJsonTests
{
    [Fact]
    public void Any_document_comes_back_as_it_was() =>
        Assert.All(Enumerable.Range(1, 200), seed => Same(RandomInvoices.From(seed)));

    [Fact]
    public void A_sale_comes_back_as_it_was() => Same(Some.Sale(Currency.Eur, Some.Line(33.33m, quantity: 3), Some.Line(5)) with { Metadata = new Dictionary<string, string> { ["a\"b"] = "ș😀" } });

    public static TheoryData<object> Commands =>
    [
        new ReadSale(SaleKind.Charge, "ch_1"), new LocateSale("payment_intent", "pi_1"), new ListForSync(Some.Id<SyncRunId>(1)), new SubmitFiling(Some.Id<FilingId>(1)),
        new PollFiling(Some.Id<FilingId>(2)), new ReconcileFiling(Some.Id<FilingId>(3)), new CollectReceipt(Some.Id<FilingId>(4)), new CatchUp(), new RefreshTokens(),
        new InvoiceIssued(Some.Id<InvoiceId>(5)), new SaleReady(Some.Id<SaleId>(6)),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_queued_command_or_event_comes_back_as_it_was(object stored) =>
        Assert.Equal(stored, JsonSerializer.Deserialize(JsonSerializer.Serialize(stored, stored.GetType(), StoredJson.Options), stored.GetType(), StoredJson.Options));

    [Fact]
    public void Enums_are_stored_by_name_and_ids_as_UUIDs_so_that_neither_order_nor_prefix_binds_us() =>
        Assert.Equal("""{"kind":"Charge","id":"ch_1"}""", JsonSerializer.Serialize(new ReadSale(SaleKind.Charge, "ch_1"), StoredJson.Options));

    static void Same<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, StoredJson.Options);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(text, StoredJson.Options), StoredJson.Options));
    }
}
