using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class TokenTests
{
    [Fact]
    public void A_token_has_256_random_bits_and_fits_into_a_cookie()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => Token.New()).ToList();
        Assert.Distinct(tokens);
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{43}$", token));
    }

    [Fact]
    public void We_keep_a_hash_that_is_the_same_for_the_same_token_alone()
    {
        var token = Token.New();
        Assert.Equal(Token.Hash(token), Token.Hash(token));
        Assert.NotEqual(Token.Hash(token), Token.Hash(Token.New()));
        Assert.Equal(32, Token.Hash(token).Length);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("")]
    [InlineData("inv_00000000000000000000000000")]
    public void Only_a_person_is_a_person(string actor) =>
        Assert.Equal("caller.not_a_person", Assert.Throws<RuleBrokenException>(() => Person.Of(Some.Owner with { Actor = actor })).Error.Code);

    [Fact]
    public void A_signed_in_person_is_found_by_the_name_they_act_under()
    {
        var user = Some.Id<UserId>(9);
        Assert.Equal(user, Person.Of(Some.Owner with { Actor = user.ToString() }));
    }
}
