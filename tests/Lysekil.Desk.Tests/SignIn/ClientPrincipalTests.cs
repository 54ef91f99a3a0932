using System.Text;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.SignIn;

public sealed class ClientPrincipalTests
{
    [Theory]
    [InlineData("Lasare", DeskRole.Reader)]
    [InlineData("Redaktor", DeskRole.Editor)]
    [InlineData("Utgivare", DeskRole.Publisher)]
    public void An_account_has_the_role_of_its_claim_and_those_below(string claim, DeskRole role)
    {
        var account = Read(
            $$"""{"typ":"oid","val":"7"},{"typ":"name","val":"Åsa"},{"typ":"roles","val":"{{claim}}"}""");

        Assert.Equal(new DeskAccount("7", "Åsa", role), account);
        Assert.All(Enum.GetValues<DeskRole>(), other => Assert.Equal(other <= role, account!.Has(other)));
    }

    [Fact]
    public void Of_several_roles_the_highest_counts_and_a_foreign_one_does_not() =>
        Assert.Equal(
            DeskRole.Editor,
            Read("""
                {"typ":"oid","val":"7"},{"typ":"roles","val":"Lasare"},{"typ":"roles","val":"Redaktor"},
                {"typ":"roles","val":"Administrator"}
                """)!.Role);

    [Fact]
    public void An_account_without_a_role_of_the_desk_has_none() =>
        Assert.Null(Read("""{"typ":"oid","val":"7"},{"typ":"roles","val":"Publisher"}""")!.Role);

    [Theory]
    [InlineData("")]
    [InlineData("inte base64!")]
    [InlineData("W10=")] // []
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCJ9")] // {"auth_typ":"aad"}
    public void What_is_no_principal_is_nobody(string header) => Assert.Null(ClientPrincipal.Read(header));

    [Fact]
    public void A_principal_of_another_provider_or_without_an_id_is_nobody()
    {
        Assert.Null(Read("""{"typ":"oid","val":"7"}""", provider: "facebook"));
        Assert.Null(Read("""{"typ":"roles","val":"Utgivare"}"""));
    }

    private static DeskAccount? Read(string claims, string provider = "aad") => ClientPrincipal.Read(
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes($$"""{"auth_typ":"{{provider}}","claims":[{{claims}}]}""")));
}
