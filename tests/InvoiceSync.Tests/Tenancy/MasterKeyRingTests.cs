using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Tenancy;

public sealed class MasterKeyRingTests
{
    [Fact]
    public void The_oldest_files_hold_one_key_without_a_name_and_a_new_one_goes_before_it()
    {
        var old = MasterKeyRing.NewKey();
        Assert.Equal("master key file", $"{MasterKeyRing.Read(old)}");

        var renewed = MasterKeyRing.Renewed(old, Some.Noon);
        var key = MasterKeyRing.Read(renewed);
        Assert.Equal("k20261120100000", key.Id);
        Assert.True(key.HasOlder);
        Assert.Equal("secret", key.Open("p", MasterKeyRing.Read(old).Seal("p", "secret")));
        Assert.Contains($"file:{old}", renewed, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruned_it_holds_the_present_key_alone()
    {
        var renewed = MasterKeyRing.Renewed(MasterKeyRing.NewKey(), Some.Noon);
        var pruned = MasterKeyRing.Read(MasterKeyRing.Pruned(renewed));
        Assert.Equal((MasterKeyRing.Read(renewed).Id, false), (pruned.Id, pruned.HasOlder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("not base64!")]
    [InlineData("k1:")]
    public void What_is_no_key_file_is_not_changed(string text) => Assert.Throws<FormatException>(() => MasterKeyRing.Renewed(text, Some.Noon));
}
