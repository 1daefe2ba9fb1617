using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Tenancy;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tests.Tenancy;

public sealed class MasterKeyTests
{
    static readonly byte[] One = [.. Enumerable.Repeat((byte)65, 32)];
    static readonly byte[] Two = [.. Enumerable.Repeat((byte)66, 32)];

    [Fact]
    public void Its_text_is_its_name_alone() => Assert.Equal("master key k1", $"{new MasterKey("k1", One)}");

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused_before_anything_is_sealed_with_it(int length) =>
        Assert.Throws<ArgumentException>(() => new MasterKey("k1", new byte[length]).Bytes.Length);

    [Fact]
    public void After_an_exchange_the_old_key_opens_and_the_new_one_seals()
    {
        var before = new MasterKey("k1", One);
        var box = before.Seal("purpose", "secret");
        var between = new MasterKey("k2", Two, new Dictionary<string, byte[]> { ["k1"] = One });

        Assert.Equal("secret", between.Open("purpose", box));
        Assert.False(between.Sealed(box));
        var again = between.Seal("purpose", between.Open("purpose", box));
        Assert.True(between.Sealed(again));
        Assert.Equal("secret", new MasterKey("k2", Two).Open("purpose", again));
        Assert.Throws<CryptographicException>(() => new MasterKey("k2", Two).Open("purpose", box));
        Assert.ThrowsAny<CryptographicException>(() => between.Open("another purpose", box));
    }

    [Fact]
    public void Boxes_from_before_keys_had_names_are_opened_by_whichever_sealed_them()
    {
        var box = Convert.ToBase64String(Sealing.Seal(One, "secret"u8, Encoding.UTF8.GetBytes("purpose")));
        Assert.Equal("secret", new MasterKey("k1", One).Open("purpose", box));
        Assert.Equal("secret", new MasterKey("k2", Two, new Dictionary<string, byte[]> { ["k1"] = One }).Open("purpose", box));
        Assert.ThrowsAny<CryptographicException>(() => new MasterKey("k2", Two).Open("purpose", box));
    }
}
