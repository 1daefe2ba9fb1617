using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit.Model;

namespace InvoiceSync.Tests.Audit;

/// <summary>The root grown leaf by leaf, against the definition of RFC 6962 §2.1 written out, and its well-known values.</summary>
public sealed class FrontierTests
{
    // The reference inputs and root of Certificate Transparency's own tests.
    static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const string RootOfEight = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

    [Fact]
    public void The_reference_tree_of_eight_has_the_reference_root()
    {
        var frontier = new Frontier();
        foreach (var input in Inputs) frontier.Add(SHA256.HashData([0, .. Convert.FromHexString(input)]));
        Assert.Equal(RootOfEight, Convert.ToHexStringLower(frontier.Root()));
    }

    [Fact]
    public void Every_size_up_to_130_has_the_root_of_the_definition_and_goes_on_from_what_was_stored()
    {
        var leaves = Enumerable.Range(0, 130).Select(n => SHA256.HashData(Encoding.UTF8.GetBytes($"{n}"))).ToArray();
        var frontier = new Frontier();
        for (var size = 0; size < leaves.Length; size++)
        {
            Assert.Equal(Root(leaves[..size]), frontier.Root());
            frontier = new(frontier.Size, frontier.ToBytes());
            frontier.Add(leaves[size]);
        }
    }

    static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length <= 1) return leaves.Length == 0 ? SHA256.HashData([]) : leaves[0];
        var left = 1;
        while (left * 2 < leaves.Length) left *= 2;
        return SHA256.HashData([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }
}
