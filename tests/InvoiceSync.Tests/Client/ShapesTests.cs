using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InvoiceSync.Client;
using InvoiceSync.Tests.Architecture;

namespace InvoiceSync.Tests.Client;

/// <summary>The records of the client have the fields of the kept description, and the clients know every address of it.</summary>
public sealed class ShapesTests
{
    // Keys are given out with a person's eye.
    const string Keys = "/v1/tenants/{tenant}/api-keys";

    // What our own records show beside what is sent: how they read themselves.
    static readonly Dictionary<string, string[]> Inner = new()
    {
        ["NewCustomer"] = ["details"],
        ["NewProduct"] = ["details"],
        ["NewInvoiceLine"] = ["draft", "category"],
        ["NewInvoiceCharge"] = ["draft", "category"],
        ["NewSchedule"] = ["setup"],
        ["AddressBody"] = ["address"],
    };

    static readonly JsonSerializerOptions Json = new(Wire.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    static readonly JsonElement Kept = JsonDocument.Parse(Repository.Read("docs/openapi.v1.json")).RootElement;

    [Theory]
    [InlineData("CustomerBody", typeof(Customer))]
    [InlineData("NewCustomer", typeof(NewCustomer))]
    [InlineData("AddressBody", typeof(Address))]
    [InlineData("ProductBody", typeof(Product))]
    [InlineData("NewProduct", typeof(NewProduct))]
    [InlineData("InvoiceBody", typeof(Invoice))]
    [InlineData("InvoiceBodyLine", typeof(Invoice.Line))]
    [InlineData("InvoiceBodyBuyer", typeof(Invoice.Buyer))]
    [InlineData("NewInvoice", typeof(NewInvoice))]
    [InlineData("NewInvoiceLine", typeof(NewInvoice.Line))]
    [InlineData("InvoiceBodyCharge", typeof(Invoice.Charge))]
    [InlineData("NewInvoiceCharge", typeof(NewInvoice.Charge))]
    [InlineData("MessageBody", typeof(FiscalMessage))]
    [InlineData("FilingBody", typeof(Filing))]
    [InlineData("FilingBodyAhead", typeof(Filing.Ahead))]
    [InlineData("FilingBodyInBooks", typeof(Filing.InBooks))]
    [InlineData("FilingBodyPayment", typeof(Filing.Payment))]
    [InlineData("AttachmentsRow", typeof(Attachment))]
    [InlineData("ScheduleBody", typeof(Schedule))]
    [InlineData("NewSchedule", typeof(NewSchedule))]
    [InlineData("EstimateBody", typeof(Estimate))]
    [InlineData("NewInvoiceMail", typeof(InvoiceMail))]
    [InlineData("InvoiceMailBody", typeof(SentInvoice))]
    [InlineData("InvoiceUndoNewCredit", typeof(NewCredit))]
    [InlineData("PaymentBody", typeof(Payment))]
    [InlineData("PaymentsNewPayment", typeof(NewPayment))]
    [InlineData("PaymentsNewRefund", typeof(NewRefund))]
    [InlineData("EventsEventBody", typeof(Event))]
    [InlineData("CheckXmlVerdict", typeof(XmlVerdict))]
    [InlineData("CheckXmlFinding", typeof(XmlVerdict.Finding))]
    [InlineData("SalesReportBodyRow", typeof(SalesReport.Row))]
    [InlineData("TopCustomersBodyRow", typeof(TopCustomers.Row))]
    [InlineData("TopProductsBodyRow", typeof(TopProducts.Row))]
    [InlineData("TaxReportBodyRow", typeof(TaxReport.Row))]
    [InlineData("TaxReportBody", typeof(TaxReport))]
    [InlineData("PaymentsReportBodyRow", typeof(PaymentsReport.Row))]
    [InlineData("PaymentsReportBodySum", typeof(PaymentsReport.Sum))]
    [InlineData("AgingReportBodyRow", typeof(AgingReport.Row))]
    [InlineData("DebtorsBodyRow", typeof(Debtors.Row))]
    [InlineData("RestBulkAnswer", typeof(Saved))]
    [InlineData("MappingBody", typeof(SaleRules))]
    [InlineData("MappingTrial", typeof(SaleTrial))]
    [InlineData("MappingTrialInvoice", typeof(SaleTrial.Invoice))]
    public void A_record_has_the_fields_of_its_schema(string schema, Type record)
    {
        var theirs = Kept.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject().Select(p => p.Name);
        var ours = Json.GetTypeInfo(record).Properties.Where(p => p.Get is not null).Select(p => p.Name);
        Assert.Equal(theirs.Except(Inner.GetValueOrDefault(schema, [])).Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_address_stands_in_both_clients()
    {
        var sharp = Repository.Files(".cs").Where(path => path.StartsWith("src/InvoiceSync.Client/", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        var script = Repository.Read("wwwroot-shared/clients/invoicesync.mjs") + Repository.Read("wwwroot-shared/clients/wire.mjs");
        var last = Kept.GetProperty("paths").EnumerateObject().Select(p => p.Name)
            .Where(path => path.StartsWith("/v1/", StringComparison.Ordinal) && !path.StartsWith(Keys, StringComparison.Ordinal))
            .Select(path => path["/v1/".Length..].Split('/').Last(part => part[0] != '{')).Distinct().ToList();
        Assert.Contains("write-off", last);
        Assert.DoesNotContain(last, part => !script.Contains(part, StringComparison.Ordinal));
        Assert.DoesNotContain(last, part => !sharp.Any(text => text.Contains(part, StringComparison.Ordinal)));
    }
}
