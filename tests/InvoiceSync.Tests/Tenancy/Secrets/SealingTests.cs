using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tests.Tenancy.Secrets;

public sealed class SealingTests
{
    static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    static readonly byte[] Secret = "rk_test_secret"u8.ToArray();
    static readonly byte[] Context = "tenant:stripe:api_key"u8.ToArray();

    [Fact]
    public void What_is_sealed_opens_in_its_place() => Assert.Equal(Secret, Sealing.Open(Key, Sealing.Seal(Key, Secret, Context), Context));

    [Fact]
    public void An_empty_secret_is_a_secret() => Assert.Empty(Sealing.Open(Key, Sealing.Seal(Key, [], Context), Context));

    [Fact]
    public void The_same_secret_never_looks_the_same_and_never_shows()
    {
        var boxes = Enumerable.Range(0, 100).Select(_ => Sealing.Seal(Key, Secret, Context)).ToList();
        Assert.Distinct(boxes.Select(Convert.ToHexString));
        Assert.All(boxes, box => Assert.Equal(-1, box.AsSpan().IndexOf(Secret)));
    }

    [Theory]
    [InlineData("other:stripe:api_key")]
    [InlineData("tenant:anaf:api_key")]
    [InlineData("tenant:stripe:webhook_secret")]
    [InlineData("")]
    public void Moved_to_another_tenant_or_purpose_it_does_not_open(string context) =>
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(Key, Sealing.Seal(Key, Secret, Context), Encoding.UTF8.GetBytes(context)));

    [Fact]
    public void Another_key_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(RandomNumberGenerator.GetBytes(32), Sealing.Seal(Key, Secret, Context), Context));

    [Fact]
    public void No_bit_of_it_can_be_turned()
    {
        var box = Sealing.Seal(Key, Secret, Context);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            box[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(Key, box, Context));
            box[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void Cut_anywhere_it_does_not_open()
    {
        var box = Sealing.Seal(Key, Secret, Context);
        for (var length = 0; length < box.Length; length++) Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(Key, box.AsSpan(0, length), Context));
    }
}
