using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class SmartBillErrors
{
    public static readonly Error EmailInvalid = Error.Invalid("smartbill.email_invalid", "Enter the e-mail address you sign in to SmartBill with.", "Email");
    public static readonly Error TokenMissing = Error.Invalid("smartbill.token_missing", "Enter the token that SmartBill shows under My account, Integrations.", "Token");
    public static readonly Error SeriesInvalid = Error.Invalid("smartbill.series_invalid", "Choose one of the series of the account.", "Series");
    public static readonly Error TaxInvalid = Error.Invalid("smartbill.tax_invalid", "Choose one of the taxes of the account.");

    public static Error Denied(string why) => Error.Refused("smartbill.denied", why);

    public static Error Away(string why) => Error.Unavailable("smartbill.unavailable", why);
}
