using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class DraftDeliveryTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    static DraftContent Goods => new()
    {
        Buyer = new(BuyerKind.Company, "Weber GmbH", "DE136695976") { Address = new("Unter den Linden 1", null, "Berlin", null, "10117", "DE") },
        Lines = [new("Scaune", null, 4, 250) { Category = VatCategory.K }],
        DeliverTo = new("Via Roma 8", null, "Milano", "MI", "20121", "IT"),
        SuppliedTo = new(2026, 11, 18),
        References = new(Order: "PO-77"),
    };

    [Fact]
    public void Goods_for_another_member_state_may_be_sent_once_their_place_is_named()
    {
        var document = Document(Goods);
        Assert.Empty(Rules(document));
        Assert.Equal((new DateOnly(2026, 11, 18), "Milano", "IT"), (document.Delivery!.On, document.Delivery.To.City, document.Delivery.To.Country));
        Assert.Equal("PO-77", document.References!.Order);
    }

    [Fact]
    public void Without_a_place_or_with_one_at_home_they_may_not()
    {
        Assert.Equal(["BR-IC-12"], Rules(Document(Goods with { DeliverTo = null })));
        Assert.Equal(["BR-IC-12"], Rules(Document(Goods with { DeliverTo = new("", null, null, null, null, "DE") })));
        Assert.Equal(["IS-036"], Rules(Document(Goods with { DeliverTo = new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO") })));
    }

    [Fact]
    public void What_is_missing_of_the_place_is_said_at_its_field() =>
        Assert.Equal(["delivery.address.City", "delivery.address.Street"], Of(Goods with { DeliverTo = new(null, null, null, null, "20121", "IT") }).Faults.Select(f => f.Field).Order());

    [Fact]
    public void Typed_again_from_its_invoice_it_is_the_same() => Assert.Equal((Goods.DeliverTo! with { State = null }, Goods.References), (Document(Goods).AsDraft(null).DeliverTo, Document(Goods).AsDraft(null).References));

    [Fact]
    public void A_reference_has_its_length() => Assert.Equal("references.order", Assert.Throws<RuleBrokenException>(() => DraftLimits.Check(Goods with { References = new(Order: new('x', 201)) })).Error.Field);

    static IEnumerable<string> Rules(InvoiceDocument document) => DocumentRules.Check(document with { Number = "A1" }).Select(b => b.Rule);

    static InvoiceDocument Document(DraftContent draft) => Of(draft).Document!;

    static (InvoiceDocument? Document, IReadOnlyList<Error> Faults) Of(DraftContent draft) => DraftDocument.Of(draft, SampleInvoices.Seller, Today);
}
