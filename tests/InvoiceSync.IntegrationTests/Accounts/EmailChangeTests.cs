using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>A new e-mail address: confirmed at the new one, told at the old one, and never somebody else's.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class EmailChangeTests(PortalUnderTest portal)
{
    [Fact]
    public async Task The_new_address_signs_in_the_old_one_is_told_and_opens_nothing()
    {
        var ana = await portal.Person("before");
        var fresh = $"after@{ana.Slug}.example";
        await portal.Send(ana.Caller, new RequestEmailChange(fresh, Company.Password));
        using (await Browser.SignedIn(portal.Address, ana.Email)) { }
        await portal.Send(Caller.Nobody, new ConfirmEmailChange(await portal.Link(fresh, "/confirm-email")));
        using (await Browser.SignedIn(portal.Address, fresh)) { }
        Assert.Null(await portal.Send(Caller.Nobody, new CheckPassword(ana.Email, Company.Password)));
        Assert.Contains(await portal.Letters(ana.Email), m => m.Letter.Subject == "Your e-mail address was changed");
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0} ")]
    [InlineData("UPPER")]
    [InlineData("FULLWIDTH")]
    public async Task Another_spelling_of_somebodys_address_is_that_address_and_is_not_given_away(string form)
    {
        var (ana, eva) = (await portal.Person("ana"), await portal.Person("eva"));
        var wanted = form switch
        {
            "UPPER" => ana.Email.ToUpperInvariant(),
            "FULLWIDTH" => string.Concat(ana.Email.Select(c => c is >= 'a' and <= 'z' ? (char)(c - 'a' + 'ａ') : c)),
            _ => form.Replace("{0}", ana.Email, StringComparison.Ordinal),
        };
        Assert.True((await portal.Try(eva.Caller, new RequestEmailChange(wanted, Company.Password))).IsOk); // the same answer as for a free one
        await portal.Send(eva.Caller, new RequestEmailChange($"free@{eva.Slug}.example", Company.Password));
        await portal.Letters($"free@{eva.Slug}.example");
        Assert.Equal(ana.Id, await portal.Send(Caller.Nobody, new CheckPassword(ana.Email, Company.Password)));
        Assert.Equal(ana.Id, await portal.Send(Caller.Nobody, new CheckPassword(wanted, Company.Password)));
    }

    [Theory]
    [InlineData("adm\u0131n@acme.example")]
    [InlineData("a@b@acme.example")]
    [InlineData("ana@acme.example\r\nBcc: x@evil.example")]
    [InlineData("ana@acme.example,x@evil.example")]
    [InlineData("\"Ana\" <ana@acme.example>")]
    [InlineData("ana@")]
    [InlineData("\ud800@acme.example")]
    public async Task What_only_looks_like_an_address_is_refused(string wanted)
    {
        var ana = await portal.Person("odd");
        Assert.Equal("email.invalid", (await portal.Try(ana.Caller, new RequestEmailChange(wanted, Company.Password))).Error!.Code);
    }

    [Fact]
    public async Task A_plus_address_is_a_mailbox_of_its_own_and_the_password_is_asked()
    {
        var ana = await portal.Person("plus");
        var plus = ana.Email.Replace("@", "+x@", StringComparison.Ordinal);
        Assert.Equal("password.wrong", (await portal.Try(ana.Caller, new RequestEmailChange(plus, "not my password"))).Error!.Code);
        await portal.Send(ana.Caller, new RequestEmailChange(plus, Company.Password));
        await portal.Send(Caller.Nobody, new ConfirmEmailChange(await portal.Link(plus, "/confirm-email")));
        Assert.Equal(ana.Id, await portal.Send(Caller.Nobody, new CheckPassword(plus, Company.Password)));
        Assert.Null(await portal.Send(Caller.Nobody, new CheckPassword(ana.Email, Company.Password)));
    }
}
