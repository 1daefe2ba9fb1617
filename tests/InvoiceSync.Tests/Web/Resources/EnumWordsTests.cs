using System.Globalization;
using System.Resources;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Messaging;
using InvoiceSync.Payments;
using InvoiceSync.Sync;
using InvoiceSync.Web.Resources;

namespace InvoiceSync.Tests.Web.Resources;

/// <summary>A state that gets a new value gets its words with it: without, a page would show the bare key.</summary>
public sealed class EnumWordsTests
{
    static readonly ResourceManager Words = new(typeof(Portal));

    public static TheoryData<string, Type> Shown => new()
    {
        { "settled", typeof(InvoiceStatus) },
        { "public", typeof(InvoiceStatus) },
        { "state", typeof(InvoiceFiling) },
        { "state", typeof(SaleState) },
        { "kind", typeof(SaleKind) },
        { "bulk.state", typeof(BulkRowState) },
        { "deadlines", typeof(DeadlineBand) },
        { "deadlines.size", typeof(CompanySize) },
        { "design.layout", typeof(InvoiceLayout) },
        { "design.language", typeof(DocumentLanguage) },
        { "design.account", typeof(AccountShown) },
        { "reports.category", typeof(VatCategory) },
        { "tax-category", typeof(TaxCategory) },
        { "customer.kind", typeof(BuyerKind) },
        { "buyer", typeof(BuyerKind) },
        { "payment.status", typeof(PaymentStatus) },
        { "payment.method", typeof(PaymentMethod) },
        { "mail.state", typeof(MailState) },
        { "mail.cure", typeof(MailProblem) },
        { "reminders.outcome", typeof(ReminderOutcome) },
        { "mail-settings.safety", typeof(MailSafety) },
        { "ledger.account", typeof(AccountRole) },
        { "approval.kind", typeof(ApprovalKind) },
        { "approval", typeof(ApprovalState) },
        { "trouble", typeof(ErrorKind) },
        { "kept", typeof(KeptBecause) },
        { "news-hook.kind", typeof(NewsKind) },
        { "news-hook.state", typeof(NewsPostState) },
        { "guesses.from", typeof(TaxIdClue) },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_value_that_is_shown_has_its_words(string key, Type values) => Assert.Empty(Missing(key, Enum.GetNames(values)));

    [Fact]
    public void A_value_without_words_is_seen() => Assert.Equal(["Lost"], Missing("settled", ["Paid", "Lost"]));

    static IEnumerable<string> Missing(string key, IEnumerable<string> values) => values.Where(value => Words.GetString($"{key}.{value}", CultureInfo.InvariantCulture) is null);
}
