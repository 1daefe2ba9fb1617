using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Sync;

public sealed class SourceAccountTests
{
    [Fact]
    public void Its_text_shows_connection_and_mode_but_never_the_key()
    {
        var account = new SourceAccount(new TenantId(Guid.Empty), Guid.Empty, new("https://api.example"), "sk_test_secret", Live: true, "v1") { AccountId = "acct_1" };

        Assert.DoesNotContain("secret", $"{account}", StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{(account, 1)}", StringComparison.Ordinal);
        Assert.Contains("live", account.ToString(), StringComparison.Ordinal);
    }
}
