using InvoiceSync.Access;

namespace InvoiceSync.Tests.Access;

public sealed class PermissionsTests
{
    [Fact]
    public void A_reach_implies_the_permission_itself() => Assert.Contains("invoice.read", Of("invoice.read.own"));

    [Fact]
    public void Who_makes_or_corrects_invoices_has_them_filed()
    {
        Assert.Contains("fiscal.file", Of("invoice.create"));
        Assert.Contains("fiscal.file", Of("invoice.update.own"));
        Assert.DoesNotContain("fiscal.file", Of("invoice.draft"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("platform.manage")]
    [InlineData("invoice.read.some")]
    public void What_is_no_permission_gives_nothing(string key) => Assert.Equal(["self"], Of(key));

    [Fact]
    public void A_key_stands_in_one_group_only() => Assert.Equal(Permissions.All.Count(), Permissions.Groups.Sum(g => g.Keys.Count));

    static string[] Of(string key) => [.. Permissions.Expand([key])];
}
