// A passkey device that lives in the browser: built in, with a PRF, resident keys and a person who is
// recognised. It belongs to one page and stays while that page goes from address to address.

// passkey gives the page such a device.
export async function passkey(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    // credentials lists the passkeys on the device.
    credentials: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    // gone takes the device away.
    gone: () => devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    // recognises(false) makes the device fail to recognise the person from now on.
    recognises: isUserVerified => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}
