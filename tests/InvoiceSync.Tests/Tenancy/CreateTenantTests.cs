using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Tenancy;

public sealed class CreateTenantTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("Abc")]
    [InlineData("a_c")]
    [InlineData("a.c")]
    [InlineData("a/c")]
    [InlineData("abc\n")]
    [InlineData("șir")]
    [InlineData("аbс")]
    [InlineData("a1234567890123456789012345678901234567890")]
    public async Task What_cannot_stand_in_an_address_is_no_slug(string slug) => Assert.Equal("tenant.slug_invalid", await Refused(slug, "Exemplu"));

    // The name is asked after the slug: its refusal shows that the slug was taken.
    [Theory]
    [InlineData("abc")]
    [InlineData("a-1")]
    [InlineData("a123456789012345678901234567890123456789")]
    public async Task A_short_plain_word_is_a_slug(string slug) => Assert.Equal("tenant.name_missing", await Refused(slug, " "));

    static async Task<string> Refused(string slug, string name)
    {
        await using var db = new FakeDialect().Db(DbScope.Shared);
        var handler = new CreateTenant.Handler(db, new TestClock());
        return (await Assert.ThrowsAsync<RuleBrokenException>(() => handler.Handle(new(slug, name, TenantMode.Practice), TestContext.Current.CancellationToken))).Error.Code;
    }
}
