using Lysekil.Local.Website;

namespace Lysekil.Local.Tests.Website;

public sealed class ContentSecurityPolicyTests
{
    [Theory]
    [InlineData("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'")]
    [InlineData("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self'")]
    [InlineData(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")]
    [InlineData(
        "script-src 'none'; script-src-elem 'sha256-a+b='; connect-src 'self'",
        "script-src 'none'; script-src-elem 'sha256-a+b=' 'self'; connect-src 'self'")]
    [InlineData("img-src 'self'", "img-src 'self'")]
    public void A_policy_is_relaxed_for_live_reload_alone(string policy, string relaxed) =>
        Assert.Equal(relaxed, ContentSecurityPolicy.AllowSelf(policy));
}
