/**
 * Sources of Chromium that complain on every start of a machine without a GPU, a session bus or a keyring, and that help
 * nobody. Named one by one: whatever else Chromium reports as an error is shown.
 */
const NOISY = [
  /^bus\.cc$/,
  /^(object_proxy|interface_endpoint_client)\.cc$/,
  /^(viz_main_impl|gpu_process_host|gpu_memory_buffer|gpu_channel|gpu_init|command_buffer_proxy_impl)\w*\.cc$/,
  /^(gl|egl|angle|vulkan|vaapi|dri3|drm|gbm)\w*\.cc$/,
  /^(network_service_instance_impl|ssl_client_socket_impl|zygote_communication_linux|sandbox_linux)\.cc$/,
  /^(gcm|google_apis|registration_request|mcs_client)\w*\.cc$/,
];

/** ANGLE's, without a form of its own, and the debugger's. */
const PLAIN = /^(ERR: Display\.cpp|DevTools listening on )/;

/** `[pid:date/time:LEVEL:source.cc(line)] words`. FATAL is never noise. */
const FORM = /^\[\d+:[\d/.:]+:(?:ERROR|WARNING|INFO):([\w.-]+)\(\d+\)\]/;

/** @param {string} line one line of Electron's standard error */
export function isNoise(line) {
  const source = FORM.exec(line)?.[1];
  if (source === undefined) return PLAIN.test(line);
  return NOISY.some((pattern) => pattern.test(source));
}

/**
 * Cuts a stream into lines and passes on what is no noise.
 * @param {(line: string) => void} show
 */
export function filterNoise(show) {
  let rest = '';
  return {
    /** @param {string} chunk */
    push(chunk) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!isNoise(line)) show(line);
    },
    end() {
      if (rest !== '' && !isNoise(rest)) show(rest);
      rest = '';
    },
  };
}
