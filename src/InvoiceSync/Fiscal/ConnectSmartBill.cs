using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Keeps the login of a SmartBill account, the series to number from and its names of our taxes (by TaxKey). Null leaves a thing
/// as it is; TaxId is how the company is written there, when not in plain digits.
/// </summary>
[Requires("integration.manage")]
public sealed record ConnectSmartBill(string Email, string? Token, string? TaxId = null, string? Series = null, IReadOnlyDictionary<string, string>? Taxes = null) : IProcess<ConnectionId>
{
    const int MostSeries = 40;

    /// <summary>Whether SmartBill is told of payments: yes, unless somebody enters them there.</summary>
    public bool? HearsOfPayments { get; init; }

    /// <summary>Whether SmartBill mails the invoices it makes; then we do not.</summary>
    public bool? MailsInvoices { get; init; }

    /// <summary>The series pro-formas are numbered from; empty: the first one of the account.</summary>
    public string? EstimateSeries { get; init; }

    public override string ToString() => nameof(ConnectSmartBill);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ConnectSmartBill, ConnectionId>
    {
        public async Task<ConnectionId> Handle(ConnectSmartBill command, CancellationToken ct)
        {
            // A colon would move the border between name and token.
            Rule.Require(command.Email is { Length: > 2 and <= 200 } && command.Email.Contains('@', StringComparison.Ordinal) && !command.Email.Contains(':', StringComparison.Ordinal), SmartBillErrors.EmailInvalid);
            Rule.Require(command.Token is null or { Length: > 0 and <= 300 }, SmartBillErrors.TokenMissing);
            Rule.Require(command.Series is null || command.Series.Length > 0 && IsName(command.Series), SmartBillErrors.SeriesInvalid);
            Rule.Require(command.EstimateSeries is null || IsName(command.EstimateSeries), SmartBillErrors.SeriesInvalid with { Field = nameof(EstimateSeries) });
            Rule.Require(command.Taxes is null || command.Taxes.All(t => TaxKey.All.Any(k => TaxKey.Of(k.Category, k.Rate) == t.Key) && t.Value.Length <= 100), SmartBillErrors.TaxInvalid);

            var settings = new Dictionary<string, string>(command.Taxes ?? new Dictionary<string, string>()) { ["email"] = command.Email.Trim() };
            if (command.TaxId is { } taxId) settings["cif"] = taxId.Trim();
            if (command.Series is { } series) settings["series"] = series;
            if (command.EstimateSeries is { } estimates) settings[BooksSettings.EstimateSeries] = estimates;
            if (command.HearsOfPayments is { } hears) settings[BooksSettings.Payments] = hears ? "yes" : "no";
            if (command.MailsInvoices is { } mails) settings[BooksMail.Setting] = mails ? "yes" : "no";
            var secrets = command.Token is { } token ? new Dictionary<string, string> { ["token"] = token.Trim() } : null;
            return (await dispatcher.Send(new SaveConnection(FiscalDoor.SmartBill, Live: true, settings, secrets), ct)).OrThrow();
        }

        static bool IsName(string series) => series.Length <= MostSeries && series.All(c => c is >= ' ' and <= '~');
    }
}
