using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Access;

public sealed class PasswordRulesTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData("elevenchars", "password.too_short")]
    [InlineData("ana.popescu@exemplu.ro", "password.own_name")]
    [InlineData("ANA.POPESCU123", "password.own_name")]
    [InlineData("Ana Popescu 1", "password.own_name")]
    public void What_is_short_or_says_who_one_is_is_refused(string password, string code) => Assert.Equal(code, Refusal(new(), password));

    [Fact]
    public void What_is_longer_than_128_is_refused() => Assert.Equal("password.too_long", Refusal(new(), new('x', 129)));

    [Fact]
    public void A_long_phrase_passes_even_with_the_name_in_it() => Assert.Null(Refusal(new(), "ana.popescu rides a purple horse"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(":17\n")]
    public void Every_password_of_the_list_is_found_and_no_other(string end)
    {
        string[] known = [.. Enumerable.Range(0, 500).Select(n => $"known password {n}")];
        File.WriteAllText(file, string.Concat(known.Select(Hash).Order(StringComparer.Ordinal).Select(hash => hash + end)));
        var options = new AccessOptions { BreachedPasswords = file };
        Assert.All(known, password => Assert.Equal("password.breached", Refusal(options, password)));
        Assert.All(known, password => Assert.Null(Refusal(options, password + "!")));
    }

    [Fact]
    public void An_empty_list_knows_nothing() => Assert.Null(Refusal(new() { BreachedPasswords = file }, "known password 1"));

    public void Dispose() => File.Delete(file);

    static string? Refusal(AccessOptions options, string password)
    {
        using var breached = new BreachedPasswords(options);
        return Record.Exception(() => new PasswordRules(breached).Check("ana.popescu@exemplu.ro", "Ana Popescu", password)) is RuleBrokenException broken ? broken.Error.Code : null;
    }

#pragma warning disable CA5350 // what the lists are keyed by
    static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
