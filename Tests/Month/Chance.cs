using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Tests.Month;

/// <summary>Chance that depends on nothing but the seed and what is asked: the same in every run, whatever else happens in it.</summary>
internal sealed class Chance(int seed)
{
    /// <summary>From 0 up to 1.</summary>
    public double Of(params object[] what) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{string.Join('|', what)}"))) / (uint.MaxValue + 1.0);

    public T Pick<T>(IReadOnlyList<T> from, params object[] what) => from[(int)(Of(what) * from.Count)];

    /// <summary>How long somebody takes, in working time: exponential about the mean, at most six times it.</summary>
    public TimeSpan Delay(TimeSpan mean, params object[] what) => mean * Math.Min(6, -Math.Log(1 - Of(what)));
}
