using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

public sealed class SamlPersonTests
{
    const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    [Theory]
    [InlineData("email")]
    [InlineData(Claims + "emailaddress")]
    [InlineData("urn:oid:0.9.2342.19200300.100.1.3")]
    public void The_usual_names_are_known(string name) => Assert.Equal("ana@acme.test", Person(new() { [name] = ["ana@acme.test"] }).Email);

    [Fact]
    public void A_configured_name_is_the_only_one_looked_at()
    {
        var names = new Dictionary<string, string> { ["email"] = "work_mail", ["groups"] = "teams" };
        var person = Person(new() { ["email"] = ["other@acme.test"], ["work_mail"] = ["ana@acme.test"], ["groups"] = ["admins"], ["teams"] = ["books"] }, names);
        Assert.Equal("ana@acme.test", person.Email);
        Assert.Equal(["books"], person.Groups);
    }

    [Fact]
    public void A_name_that_is_an_address_serves_when_nothing_else_does()
    {
        Assert.Equal("alice@acme.test", Person([]).Email);
        Assert.Null(Person([], nameId: "u-4711").Email);
    }

    [Fact]
    public void No_groups_and_groups_nobody_can_know_are_two_things()
    {
        Assert.Equal([], Person([]).Groups!);
        Assert.Null(Person(new() { ["groups"] = [.. Enumerable.Range(0, 201).Select(i => $"g{i}")] }).Groups);
        Assert.Null(Person(new() { ["http://schemas.microsoft.com/claims/groups.link"] = ["https://graph.example/x"] }).Groups);
    }

    static SamlPerson Person(Dictionary<string, IReadOnlyList<string>> attributes, Dictionary<string, string>? names = null, string nameId = "alice@acme.test") =>
        SamlPerson.Of(new("_a", Draft.Idp, nameId, SamlNames.Unspecified) { ValidUntil = Draft.Now, Attributes = attributes }, names ?? []);
}
