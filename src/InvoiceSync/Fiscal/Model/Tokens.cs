using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Granted tokens as the one command that keeps both: a refresh makes the old ones worthless.</summary>
static class Tokens
{
    public static SaveConnection Keep(OpenConnection.Opened opened, TokenAnswer answer, DateTimeOffset now) => answer switch
    {
        TokenAnswer.Granted granted => new SaveConnection(
            FiscalDoor.Anaf, opened.Live, null, new Dictionary<string, string> { ["access_token"] = granted.Access, ["refresh_token"] = granted.Refresh })
        {
            AccessUntil = granted.AccessExpires,
            // The authority does not always say; a year from the certificate login is its rule.
            RenewableUntil = granted.RefreshExpires ?? now.AddDays(365),
        },
        TokenAnswer.Refused(_, var help) => throw new RuleBrokenException(Error.Refused("anaf.authorization_refused", help)),
        TokenAnswer.Unavailable(var why) => throw new RuleBrokenException(FilingErrors.Away(why)),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };
}
